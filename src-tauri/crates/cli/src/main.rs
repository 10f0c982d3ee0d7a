//! `waymark-cli` as a program of its own, without a window behind it.

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
