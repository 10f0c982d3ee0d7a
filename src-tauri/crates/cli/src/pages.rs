//! The man page and the completions of the shells: made from the words of the command line, so that they say what it does.
//!
//! They lie in `generated/`, where the package takes them from. `WAYMARK_WRITE_TYPES=1 cargo test` writes them anew.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::{fs, path::Path};

use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::{Man, roff::Roff};

use crate::args::Cli;

const NAME: &str = "waymark-cli";

/// One page with every command, since nobody looks for forty.
fn man() -> String {
    let mut words = Cli::command();
    words.build();
    let mut page = Vec::new();
    let whole = Man::new(words.clone());
    whole.render_title(&mut page).unwrap();
    whole.render_name_section(&mut page).unwrap();
    whole.render_synopsis_section(&mut page).unwrap();
    whole.render_description_section(&mut page).unwrap();
    whole.render_options_section(&mut page).unwrap();
    let mut page = String::from_utf8(page).unwrap();
    page.push_str(".SH COMMANDS\n");
    commands(&words, NAME, &mut page);
    page + &Roff::new()
        .control("SH", ["ENVIRONMENT"])
        .control("TP", [])
        .text([clap_mangen::roff::bold("WAYMARK_DATA_DIR")])
        .text([clap_mangen::roff::roman(
            "The data folder, where --data-dir names none.",
        )])
        .control("SH", ["SEE ALSO"])
        .text([clap_mangen::roff::roman(
            "waymark(1), /usr/share/doc/waymark",
        )])
        .to_roff()
}

/// Each command that does something, under its whole name.
fn commands(of: &Command, called: &str, page: &mut String) {
    for command in of
        .get_subcommands()
        .filter(|command| command.get_name() != "help")
    {
        let called = format!("{called} {}", command.get_name());
        if command.has_subcommands() {
            commands(command, &called, page);
            continue;
        }
        // What every command takes stands at the top, once.
        let own = command.clone().mut_args(|arg| {
            let everywhere = arg.is_global_set() || arg.get_id() == "help";
            arg.hide(everywhere)
        });
        let man = Man::new(own.clone());
        let mut part = Vec::new();
        man.render_description_section(&mut part).unwrap();
        if own.get_arguments().any(|arg| !arg.is_hide_set()) {
            man.render_options_section(&mut part).unwrap();
        }
        let part = String::from_utf8(part).unwrap();
        let part: String = part
            .lines()
            .filter(|line| {
                !line.starts_with(".SH") && !line.starts_with(".ie") && !line.starts_with(".el")
            })
            .map(|line| format!("{line}\n"))
            .collect();
        let name = Roff::new().control("SS", [called.as_str()]).to_roff();
        let name = name.lines().last().unwrap();
        page.push_str(&format!("{name}\n{part}"));
    }
}

fn completion(shell: Shell) -> String {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), NAME, &mut out);
    String::from_utf8(out).unwrap()
}

#[test]
fn man_page_and_completions_say_what_the_command_line_does() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("generated");
    let made = [
        ("waymark-cli.1", man()),
        ("waymark-cli.bash", completion(Shell::Bash)),
        ("_waymark-cli", completion(Shell::Zsh)),
        ("waymark-cli.fish", completion(Shell::Fish)),
    ];
    for (name, text) in made {
        let file = folder.join(name);
        if std::env::var_os("WAYMARK_WRITE_TYPES").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&file, &text).unwrap();
        }
        assert!(
            fs::read_to_string(&file).is_ok_and(|kept| kept == text),
            "{} is not what the command line does: run this test with WAYMARK_WRITE_TYPES=1",
            file.display()
        );
    }
}

#[test]
fn the_man_page_names_every_command_and_every_option() {
    fn walk(command: &Command, page: &str) {
        for argument in command.get_arguments() {
            if let Some(long) = argument.get_long() {
                let option = format!("\\-\\-{}", long.replace('-', "\\-"));
                assert!(page.contains(&option), "{option}");
            }
        }
        command
            .get_subcommands()
            .for_each(|command| walk(command, page));
    }
    walk(&Cli::command(), &man());
}
