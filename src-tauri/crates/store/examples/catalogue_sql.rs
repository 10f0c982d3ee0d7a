//! Prints the part of the schema that the catalogue makes, for the next migration:
//! `cargo run -p store --features testing --example catalogue_sql`

#![allow(clippy::print_stdout, reason = "a tool that prints its result")]

fn main() {
    print!("{}", store::catalogue_sql());
}
