# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_waymark_cli_global_optspecs
    string join \n data-dir= passphrase-file= json h/help V/version
end

function __fish_waymark_cli_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_waymark_cli_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_waymark_cli_using_subcommand
    set -l cmd (__fish_waymark_cli_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -s V -l version -d 'Print version'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "vault" -d 'Make, check, back up and restore the vault'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "person" -d 'People in the vault'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "supporter" -d 'Those on a person\'s side, and what they may see'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "group" -d 'Groups that meet again and again'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "session" -d 'Sessions'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "note" -d 'Session notes'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "search" -d 'Finds where words stand, in everything that was written down; "in quotation marks" as they stand there'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "outcome" -d 'What outcome plans measured, and what is due'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "ledger" -d 'What was done in the vault, when and by whom'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "hand-off" -d 'What left the vault'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "export" -d 'The record as data, for other systems'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "archive" -d 'A person\'s record as one encrypted file, for another machine'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "handout" -d 'Handouts; needs no vault'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "packet" -d 'Packets of handouts; needs no vault'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "content" -d 'Content packs; needs no vault'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "manual" -d 'Help with the program itself; needs no vault'
complete -c waymark-cli -n "__fish_waymark_cli_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and not __fish_seen_subcommand_from create check passwd backup restore acknowledge new-key help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and not __fish_seen_subcommand_from create check passwd backup restore acknowledge new-key help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and not __fish_seen_subcommand_from create check passwd backup restore acknowledge new-key help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and not __fish_seen_subcommand_from create check passwd backup restore acknowledge new-key help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and not __fish_seen_subcommand_from create check passwd backup restore acknowledge new-key help" -f -a "create" -d 'Makes a vault and prints its recovery code, once'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and not __fish_seen_subcommand_from create check passwd backup restore acknowledge new-key help" -f -a "check" -d 'Opens it and verifies encryption, integrity and both chains'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and not __fish_seen_subcommand_from create check passwd backup restore acknowledge new-key help" -f -a "passwd" -d 'Changes the passphrase; the new one is the next line of the standard input'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and not __fish_seen_subcommand_from create check passwd backup restore acknowledge new-key help" -f -a "backup" -d 'Writes a backup into a folder, re-opens it and compares it'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and not __fish_seen_subcommand_from create check passwd backup restore acknowledge new-key help" -f -a "restore" -d 'Puts a backup in the place of the vault, which is kept aside; says first what would go'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and not __fish_seen_subcommand_from create check passwd backup restore acknowledge new-key help" -f -a "acknowledge" -d 'Acknowledges by name what was found wrong when the vault was opened, such as missing saves'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and not __fish_seen_subcommand_from create check passwd backup restore acknowledge new-key help" -f -a "new-key" -d 'Makes a new data key and a new recovery code, and encrypts everything anew'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and not __fish_seen_subcommand_from create check passwd backup restore acknowledge new-key help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from create" -l practitioner -d 'Who keeps it, as signed under notes; can be changed in the app' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from create" -l title -d 'Their title' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from create" -l recovery-sheet -d 'Also writes the sheet with the recovery code as PDF' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from create" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from create" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from create" -l sample -d 'Fills it with the made-up sample caseload'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from create" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from check" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from check" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from check" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from passwd" -l new-passphrase-file -d 'A file whose first line is the new passphrase' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from passwd" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from passwd" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from passwd" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from passwd" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from backup" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from backup" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from backup" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from backup" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from restore" -l new-passphrase-file -d 'A file whose first line is the new passphrase' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from restore" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from restore" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from restore" -l dry-run -d 'Only says what would go'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from restore" -l recovery-code -d 'Reads the recovery code instead of the passphrase, and then a new passphrase: the next line of the standard input'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from restore" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from acknowledge" -l by -d 'Who has read it' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from acknowledge" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from acknowledge" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from acknowledge" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from acknowledge" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from new-key" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from new-key" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from new-key" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from new-key" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "create" -d 'Makes a vault and prints its recovery code, once'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "check" -d 'Opens it and verifies encryption, integrity and both chains'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "passwd" -d 'Changes the passphrase; the new one is the next line of the standard input'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "backup" -d 'Writes a backup into a folder, re-opens it and compares it'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "restore" -d 'Puts a backup in the place of the vault, which is kept aside; says first what would go'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "acknowledge" -d 'Acknowledges by name what was found wrong when the vault was opened, such as missing saves'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "new-key" -d 'Makes a new data key and a new recovery code, and encrypts everything anew'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and not __fish_seen_subcommand_from list add import erase help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and not __fish_seen_subcommand_from list add import erase help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and not __fish_seen_subcommand_from list add import erase help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and not __fish_seen_subcommand_from list add import erase help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and not __fish_seen_subcommand_from list add import erase help" -f -a "list" -d 'Lists everybody'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and not __fish_seen_subcommand_from list add import erase help" -f -a "add" -d 'Adds a person'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and not __fish_seen_subcommand_from list add import erase help" -f -a "import" -d 'Brings in the people of a table (CSV), all in one change'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and not __fish_seen_subcommand_from list add import erase help" -f -a "erase" -d 'Erases a person for good and says what went; what is signed stays as an empty row'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and not __fish_seen_subcommand_from list add import erase help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from list" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from list" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from list" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from add" -l record-number -d 'The clinic\'s number for them' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from add" -l lang -d 'The language of their pages; else that of the program' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from add" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from add" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from add" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from import" -l map -d 'A JSON file that says which heading holds what, such as {"Navn": "name", "Start": "startedOn"}; else it is guessed' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from import" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from import" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from import" -l dry-run -d 'Only says what would be brought in, and what is wrong with which line'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from import" -l also-twice -d 'Also whoever seems to be there already'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from import" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from erase" -l reason -d 'Why; it stays in the ledger for good, so it names nobody' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from erase" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from erase" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from erase" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from erase" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from help" -f -a "list" -d 'Lists everybody'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from help" -f -a "add" -d 'Adds a person'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from help" -f -a "import" -d 'Brings in the people of a table (CSV), all in one change'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from help" -f -a "erase" -d 'Erases a person for good and says what went; what is signed stays as an empty row'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand person; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand supporter; and not __fish_seen_subcommand_from list help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand supporter; and not __fish_seen_subcommand_from list help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand supporter; and not __fish_seen_subcommand_from list help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand supporter; and not __fish_seen_subcommand_from list help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand supporter; and not __fish_seen_subcommand_from list help" -f -a "list" -d 'Lists a person\'s supporters, what each may see today, and every consent with --json'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand supporter; and not __fish_seen_subcommand_from list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand supporter; and __fish_seen_subcommand_from list" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand supporter; and __fish_seen_subcommand_from list" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand supporter; and __fish_seen_subcommand_from list" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand supporter; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand supporter; and __fish_seen_subcommand_from help" -f -a "list" -d 'Lists a person\'s supporters, what each may see today, and every consent with --json'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand supporter; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand group; and not __fish_seen_subcommand_from list help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand group; and not __fish_seen_subcommand_from list help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand group; and not __fish_seen_subcommand_from list help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand group; and not __fish_seen_subcommand_from list help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand group; and not __fish_seen_subcommand_from list help" -f -a "list" -d 'Lists every group, how many are in it and how often it met; who leads it, and its days, with --json'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand group; and not __fish_seen_subcommand_from list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand group; and __fish_seen_subcommand_from list" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand group; and __fish_seen_subcommand_from list" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand group; and __fish_seen_subcommand_from list" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand group; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand group; and __fish_seen_subcommand_from help" -f -a "list" -d 'Lists every group, how many are in it and how often it met; who leads it, and its days, with --json'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand group; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and not __fish_seen_subcommand_from list demo help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and not __fish_seen_subcommand_from list demo help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and not __fish_seen_subcommand_from list demo help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and not __fish_seen_subcommand_from list demo help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and not __fish_seen_subcommand_from list demo help" -f -a "list" -d 'Lists a person\'s sessions, newest first'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and not __fish_seen_subcommand_from list demo help" -f -a "demo" -d 'Runs one whole session with a made-up person of a sample vault and signs its note'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and not __fish_seen_subcommand_from list demo help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and __fish_seen_subcommand_from list" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and __fish_seen_subcommand_from list" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and __fish_seen_subcommand_from list" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and __fish_seen_subcommand_from demo" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and __fish_seen_subcommand_from demo" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and __fish_seen_subcommand_from demo" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and __fish_seen_subcommand_from demo" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "list" -d 'Lists a person\'s sessions, newest first'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "demo" -d 'Runs one whole session with a made-up person of a sample vault and signs its note'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and not __fish_seen_subcommand_from list draft export batch help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and not __fish_seen_subcommand_from list draft export batch help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and not __fish_seen_subcommand_from list draft export batch help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and not __fish_seen_subcommand_from list draft export batch help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and not __fish_seen_subcommand_from list draft export batch help" -f -a "list" -d 'Lists every note, newest first'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and not __fish_seen_subcommand_from list draft export batch help" -f -a "draft" -d 'Drafts the note of a session, or finds the one there is'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and not __fish_seen_subcommand_from list draft export batch help" -f -a "export" -d 'Writes a note as a file'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and not __fish_seen_subcommand_from list draft export batch help" -f -a "batch" -d 'Writes the signed notes of some days, each as a file'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and not __fish_seen_subcommand_from list draft export batch help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from list" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from list" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from list" -l unsigned -d 'Only those that nobody has signed yet'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from list" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from draft" -l note-format -d 'Its format; else the one in the settings. A draft that is there changes to it and keeps what was typed' -r -f -a "imr\t'The IMR progress note'
dap\t'Data, assessment, plan'
birp\t'Behaviour, intervention, response, plan'
soap\t'Subjective, objective, assessment, plan'
peer\t'A peer\'s note in plain words'"
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from draft" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from draft" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from draft" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from draft" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from export" -l format -d 'The format' -r -f -a "pdf\t'PDF/A-2a and PDF/UA-1'
docx\t'A word processor\'s file'
text\t'Plain text of 80 columns'
html\t'One page for any browser'
fhir\t'HL7 FHIR R4, for a clinic\'s system'"
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from export" -l out -d 'Where to' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from export" -l to -d 'To whom it goes, for the ledger' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from export" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from export" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from export" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from batch" -l from -d 'Of sessions on this day and later, such as 2026-11-21' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from batch" -l to -d 'Of sessions on this day and earlier' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from batch" -l format -d 'The format' -r -f -a "pdf\t'PDF/A-2a and PDF/UA-1'
docx\t'A word processor\'s file'
text\t'Plain text of 80 columns'
html\t'One page for any browser'
fhir\t'HL7 FHIR R4, for a clinic\'s system'"
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from batch" -l out -d 'The folder; it is made where it is missing, and no file in it is written over' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from batch" -l recipient -d 'To whom they go, for the ledger' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from batch" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from batch" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from batch" -l waiting -d 'Only those that were not handed over yet'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from batch" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from batch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from help" -f -a "list" -d 'Lists every note, newest first'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from help" -f -a "draft" -d 'Drafts the note of a session, or finds the one there is'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from help" -f -a "export" -d 'Writes a note as a file'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from help" -f -a "batch" -d 'Writes the signed notes of some days, each as a file'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand note; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand search" -l person -d 'Only in this person\'s record: their id, record number or name' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand search" -l kind -d 'Only what is of this kind' -r -f -a "notes\t'Notes and what was added to them'
sessions\t'What was recorded in sessions'
goals\t'Goals, their steps and reviews'
practices\t'Promises and what became of them'
supporters\t'Supporters, consents and contacts'
answers\t'Filled copies and answers'
events\t'Dated events'
outcomes\t'Remarks on what was measured'
statements\t'What recovery means to somebody'
people\t'Names and record numbers'"
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand search" -l from -d 'Only from this day on' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand search" -l to -d 'Only up to this day' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand search" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand search" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand search" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand search" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand outcome; and not __fish_seen_subcommand_from list help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand outcome; and not __fish_seen_subcommand_from list help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand outcome; and not __fish_seen_subcommand_from list help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand outcome; and not __fish_seen_subcommand_from list help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand outcome; and not __fish_seen_subcommand_from list help" -f -a "list" -d 'Lists each measure on each occasion: due, filled, keyed in, counted, or why not'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand outcome; and not __fish_seen_subcommand_from list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand outcome; and __fish_seen_subcommand_from list" -l person -d 'Only this person\'s: their id, record number or name; else those of everybody in the course' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand outcome; and __fish_seen_subcommand_from list" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand outcome; and __fish_seen_subcommand_from list" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand outcome; and __fish_seen_subcommand_from list" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand outcome; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand outcome; and __fish_seen_subcommand_from help" -f -a "list" -d 'Lists each measure on each occasion: due, filled, keyed in, counted, or why not'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand outcome; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and not __fish_seen_subcommand_from list help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and not __fish_seen_subcommand_from list help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and not __fish_seen_subcommand_from list help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and not __fish_seen_subcommand_from list help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and not __fish_seen_subcommand_from list help" -f -a "list" -d 'Lists entries, newest first'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and not __fish_seen_subcommand_from list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and __fish_seen_subcommand_from list" -l person -d 'Only in this person\'s record: their id, record number or name' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and __fish_seen_subcommand_from list" -l from -d 'Only from this day on' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and __fish_seen_subcommand_from list" -l to -d 'Only up to this day' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and __fish_seen_subcommand_from list" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and __fish_seen_subcommand_from list" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and __fish_seen_subcommand_from list" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and __fish_seen_subcommand_from help" -f -a "list" -d 'Lists entries, newest first'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand ledger; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand hand-off; and not __fish_seen_subcommand_from list help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand hand-off; and not __fish_seen_subcommand_from list help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand hand-off; and not __fish_seen_subcommand_from list help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand hand-off; and not __fish_seen_subcommand_from list help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand hand-off; and not __fish_seen_subcommand_from list help" -f -a "list" -d 'Lists everything of somebody\'s that left, newest first, to whom, and whether it did'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand hand-off; and not __fish_seen_subcommand_from list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand hand-off; and __fish_seen_subcommand_from list" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand hand-off; and __fish_seen_subcommand_from list" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand hand-off; and __fish_seen_subcommand_from list" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand hand-off; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand hand-off; and __fish_seen_subcommand_from help" -f -a "list" -d 'Lists everything of somebody\'s that left, newest first, to whom, and whether it did'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand hand-off; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and not __fish_seen_subcommand_from fhir csv folder help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and not __fish_seen_subcommand_from fhir csv folder help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and not __fish_seen_subcommand_from fhir csv folder help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and not __fish_seen_subcommand_from fhir csv folder help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and not __fish_seen_subcommand_from fhir csv folder help" -f -a "fhir" -d 'Writes a person\'s record as FHIR R4, for a clinic\'s server'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and not __fish_seen_subcommand_from fhir csv folder help" -f -a "csv" -d 'Writes the caseload as tables with a data dictionary; nobody is named in them'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and not __fish_seen_subcommand_from fhir csv folder help" -f -a "folder" -d 'Writes a person\'s record as a folder that opens without Waymark; it is not encrypted'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and not __fish_seen_subcommand_from fhir csv folder help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from fhir" -l person -d 'Their id, record number or name' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from fhir" -l out -d 'Where to' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from fhir" -l to -d 'To whom it goes, for the ledger' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from fhir" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from fhir" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from fhir" -l transaction -d 'As one transaction; a note by itself is `note export NOTE --format fhir`'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from fhir" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from fhir" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from csv" -l out -d 'The folder; it is made where it is missing' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from csv" -l reason -d 'Why people are named, for the audit trail; must itself name nobody' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from csv" -l to -d 'To whom it goes, for the ledger' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from csv" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from csv" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from csv" -l identified -d 'With names, record numbers, dates and people\'s own words; says why with --reason'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from csv" -l bom -d 'Files begin with a byte order mark, which some spreadsheets look for'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from csv" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from csv" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from folder" -l person -d 'Their id, record number or name' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from folder" -l out -d 'The folder; it is made where it is missing' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from folder" -l to -d 'To whom it goes, for the ledger' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from folder" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from folder" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from folder" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from folder" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "fhir" -d 'Writes a person\'s record as FHIR R4, for a clinic\'s server'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "csv" -d 'Writes the caseload as tables with a data dictionary; nobody is named in them'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "folder" -d 'Writes a person\'s record as a folder that opens without Waymark; it is not encrypted'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and not __fish_seen_subcommand_from write open merge help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and not __fish_seen_subcommand_from write open merge help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and not __fish_seen_subcommand_from write open merge help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and not __fish_seen_subcommand_from write open merge help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and not __fish_seen_subcommand_from write open merge help" -f -a "write" -d 'Writes a person\'s record, encrypted with a passphrase of its own: the next line of the standard input'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and not __fish_seen_subcommand_from write open merge help" -f -a "open" -d 'Says whose record an archive is and what bringing it in would do; changes nothing'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and not __fish_seen_subcommand_from write open merge help" -f -a "merge" -d 'Brings an archive in; what stands here and differs stays, and is listed'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and not __fish_seen_subcommand_from write open merge help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from write" -l person -d 'Their id, record number or name' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from write" -l out -d 'Where to' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from write" -l archive-passphrase-file -d 'A file whose first line is the archive\'s passphrase' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from write" -l to -d 'To whom it goes, for the ledger' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from write" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from write" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from write" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from write" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from open" -l archive-passphrase-file -d 'A file whose first line is the archive\'s passphrase; else the next line of the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from open" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from open" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from open" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from merge" -l archive-passphrase-file -d 'A file whose first line is the archive\'s passphrase; else the next line of the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from merge" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from merge" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from merge" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from merge" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from help" -f -a "write" -d 'Writes a person\'s record, encrypted with a passphrase of its own: the next line of the standard input'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from help" -f -a "open" -d 'Says whose record an archive is and what bringing it in would do; changes nothing'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from help" -f -a "merge" -d 'Brings an archive in; what stands here and differs stays, and is listed'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand archive; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and not __fish_seen_subcommand_from list print slip read-back workbook help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and not __fish_seen_subcommand_from list print slip read-back workbook help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and not __fish_seen_subcommand_from list print slip read-back workbook help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and not __fish_seen_subcommand_from list print slip read-back workbook help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and not __fish_seen_subcommand_from list print slip read-back workbook help" -f -a "list" -d 'Lists every topic and form that can be printed'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and not __fish_seen_subcommand_from list print slip read-back workbook help" -f -a "print" -d 'Writes the pages of a topic or form as PDF'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and not __fish_seen_subcommand_from list print slip read-back workbook help" -f -a "slip" -d 'Writes a person\'s promises as slips to take home, half a sheet each, as PDF'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and not __fish_seen_subcommand_from list print slip read-back workbook help" -f -a "read-back" -d 'Shows what came back on a form that was filled in, beside what stands in the record; with --take, takes it over'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and not __fish_seen_subcommand_from list print slip read-back workbook help" -f -a "workbook" -d 'Writes every topic of a course as one PDF, with title page, contents and bookmarks'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and not __fish_seen_subcommand_from list print slip read-back workbook help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from list" -l course -d 'In the order of this course' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from list" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from list" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from list" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from print" -l lang -d 'The language: en, da or nb' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from print" -l size -d 'The size of the letters' -r -f -a "normal\t'12 pt'
medium\t'14 pt'
large\t'18 pt'"
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from print" -l out -d 'Where to' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from print" -l course -d 'Numbered as in this course' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from print" -l person -d 'With a person\'s answers printed in, for a form those of the newest copy; opens the vault' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from print" -l to -d 'To whom it goes, for the ledger' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from print" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from print" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from print" -l short -d 'Without what is “more, if you like”; what was answered there stays'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from print" -l fillable -d 'With fields in the place of what is blank, to be filled in on a screen'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from print" -l with-example -d 'With the finished example behind it, where there is one'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from print" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from print" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from slip" -l person -d 'Whose' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from slip" -l size -d 'The size of the letters' -r -f -a "normal\t'12 pt'
medium\t'14 pt'
large\t'18 pt'"
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from slip" -l out -d 'Where to' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from slip" -l session -d 'Those made in this session, by its id; else those that stand open' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from slip" -l to -d 'To whom it goes, for the ledger' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from slip" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from slip" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from slip" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from slip" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from read-back" -l person -d 'Whose answers they are' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from read-back" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from read-back" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from read-back" -l take -d 'Takes over what differs, in one step'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from read-back" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from read-back" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from workbook" -l course -d 'The course; else the usual one of the language' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from workbook" -l module -d 'Only this module' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from workbook" -l lang -d 'The language: en, da or nb' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from workbook" -l size -d 'The size of the letters' -r -f -a "normal\t'12 pt'
medium\t'14 pt'
large\t'18 pt'"
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from workbook" -l out -d 'Where to' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from workbook" -l track -d 'Only the topics of this track, and those for everybody; else of all tracks' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from workbook" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from workbook" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from workbook" -l short -d 'Without what is “more, if you like”, and without the forms'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from workbook" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from workbook" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from help" -f -a "list" -d 'Lists every topic and form that can be printed'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from help" -f -a "print" -d 'Writes the pages of a topic or form as PDF'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from help" -f -a "slip" -d 'Writes a person\'s promises as slips to take home, half a sheet each, as PDF'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from help" -f -a "read-back" -d 'Shows what came back on a form that was filled in, beside what stands in the record; with --take, takes it over'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from help" -f -a "workbook" -d 'Writes every topic of a course as one PDF, with title page, contents and bookmarks'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand handout; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and not __fish_seen_subcommand_from list print help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and not __fish_seen_subcommand_from list print help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and not __fish_seen_subcommand_from list print help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and not __fish_seen_subcommand_from list print help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and not __fish_seen_subcommand_from list print help" -f -a "list" -d 'Lists the templates saved at the handout desk'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and not __fish_seen_subcommand_from list print help" -f -a "print" -d 'Writes topics and forms as one file, in the order they are named'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and not __fish_seen_subcommand_from list print help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from list" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from list" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from list" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l template -d 'A template of the handout desk; what else is named here goes with it' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l topic -d 'The id of a topic or form; may come again' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l course -d 'Numbered as in this course' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l language -d 'The language: en, da or nb; else that of the template, else English' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l size -d 'The size of the letters; else that of the template, else 12 pt' -r -f -a "normal\t'12 pt'
medium\t'14 pt'
large\t'18 pt'"
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l person -d 'With a person\'s answers printed in; opens the vault' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l to -d 'To whom it goes, for the ledger' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l out -d 'Where to' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l short -d 'Without what is “more, if you like”'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l worksheets -d 'Only what is filled in'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l no-stories -d 'Without the stories a site added'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l services -d 'With a page of local services and crisis contacts'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l cover -d 'With a title page'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l contents -d 'With a table of contents'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l booklet -d 'As a booklet: two pages on each side, in the order for folding and stapling in the middle'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from print" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from help" -f -a "list" -d 'Lists the templates saved at the handout desk'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from help" -f -a "print" -d 'Writes topics and forms as one file, in the order they are named'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand packet; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and not __fish_seen_subcommand_from check stats preview new-pack diff install remove packs help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and not __fish_seen_subcommand_from check stats preview new-pack diff install remove packs help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and not __fish_seen_subcommand_from check stats preview new-pack diff install remove packs help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and not __fish_seen_subcommand_from check stats preview new-pack diff install remove packs help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and not __fish_seen_subcommand_from check stats preview new-pack diff install remove packs help" -f -a "check" -d 'Checks a pack, or the built-in one, and says what to write instead'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and not __fish_seen_subcommand_from check stats preview new-pack diff install remove packs help" -f -a "stats" -d 'Measures every topic: words, sentences, printed pages, reading grade'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and not __fish_seen_subcommand_from check stats preview new-pack diff install remove packs help" -f -a "preview" -d 'Writes a topic\'s blank pages as PDF, as the app prints them'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and not __fish_seen_subcommand_from check stats preview new-pack diff install remove packs help" -f -a "new-pack" -d 'Writes a starter pack for a site into a new folder, whose name becomes its id'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and not __fish_seen_subcommand_from check stats preview new-pack diff install remove packs help" -f -a "diff" -d 'Tells what a new version of a pack changes for answers already given'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and not __fish_seen_subcommand_from check stats preview new-pack diff install remove packs help" -f -a "install" -d 'Installs a site\'s pack, whole or not at all'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and not __fish_seen_subcommand_from check stats preview new-pack diff install remove packs help" -f -a "remove" -d 'Takes an installed pack out; answers given on its pages stay in the record'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and not __fish_seen_subcommand_from check stats preview new-pack diff install remove packs help" -f -a "packs" -d 'Lists the packs in use and what each changes'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and not __fish_seen_subcommand_from check stats preview new-pack diff install remove packs help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from check" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from check" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from check" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from stats" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from stats" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from stats" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from preview" -l pack -d 'The folder of the pack; else the built-in one' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from preview" -l lang -d 'The language: en, da or nb' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from preview" -l size -d 'The size of the letters' -r -f -a "normal\t'12 pt'
medium\t'14 pt'
large\t'18 pt'"
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from preview" -l out -d 'Where to' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from preview" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from preview" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from preview" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from preview" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from new-pack" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from new-pack" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from new-pack" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from new-pack" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from diff" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from diff" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from diff" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from install" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from install" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from install" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from install" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from remove" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from remove" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from packs" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from packs" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from packs" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from packs" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from help" -f -a "check" -d 'Checks a pack, or the built-in one, and says what to write instead'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from help" -f -a "stats" -d 'Measures every topic: words, sentences, printed pages, reading grade'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from help" -f -a "preview" -d 'Writes a topic\'s blank pages as PDF, as the app prints them'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from help" -f -a "new-pack" -d 'Writes a starter pack for a site into a new folder, whose name becomes its id'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from help" -f -a "diff" -d 'Tells what a new version of a pack changes for answers already given'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from help" -f -a "install" -d 'Installs a site\'s pack, whole or not at all'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Takes an installed pack out; answers given on its pages stay in the record'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from help" -f -a "packs" -d 'Lists the packs in use and what each changes'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand content; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and not __fish_seen_subcommand_from list print help" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and not __fish_seen_subcommand_from list print help" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and not __fish_seen_subcommand_from list print help" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and not __fish_seen_subcommand_from list print help" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and not __fish_seen_subcommand_from list print help" -f -a "list" -d 'Lists the pages'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and not __fish_seen_subcommand_from list print help" -f -a "print" -d 'Writes pages as PDF, Word, text or web page, by the end of the file\'s name'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and not __fish_seen_subcommand_from list print help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from list" -l lang -d 'The language: en, da or nb' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from list" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from list" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from list" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from print" -l page -d 'The id of a page; may come again; else all of them' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from print" -l lang -d 'The language: en, da or nb' -r
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from print" -l size -d 'The size of the letters' -r -f -a "normal\t'12 pt'
medium\t'14 pt'
large\t'18 pt'"
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from print" -l out -d 'Where to' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from print" -l data-dir -d 'The data folder; else $WAYMARK_DATA_DIR, else the usual place' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from print" -l passphrase-file -d 'A file whose first line is the passphrase; else it is read from the standard input' -r -F
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from print" -l json -d 'Prints as JSON'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from print" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from help" -f -a "list" -d 'Lists the pages'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from help" -f -a "print" -d 'Writes pages as PDF, Word, text or web page, by the end of the file\'s name'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand manual; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "vault" -d 'Make, check, back up and restore the vault'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "person" -d 'People in the vault'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "supporter" -d 'Those on a person\'s side, and what they may see'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "group" -d 'Groups that meet again and again'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "session" -d 'Sessions'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "note" -d 'Session notes'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "search" -d 'Finds where words stand, in everything that was written down; "in quotation marks" as they stand there'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "outcome" -d 'What outcome plans measured, and what is due'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "ledger" -d 'What was done in the vault, when and by whom'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "hand-off" -d 'What left the vault'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "export" -d 'The record as data, for other systems'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "archive" -d 'A person\'s record as one encrypted file, for another machine'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "handout" -d 'Handouts; needs no vault'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "packet" -d 'Packets of handouts; needs no vault'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "content" -d 'Content packs; needs no vault'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "manual" -d 'Help with the program itself; needs no vault'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and not __fish_seen_subcommand_from vault person supporter group session note search outcome ledger hand-off export archive handout packet content manual help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from vault" -f -a "create" -d 'Makes a vault and prints its recovery code, once'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from vault" -f -a "check" -d 'Opens it and verifies encryption, integrity and both chains'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from vault" -f -a "passwd" -d 'Changes the passphrase; the new one is the next line of the standard input'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from vault" -f -a "backup" -d 'Writes a backup into a folder, re-opens it and compares it'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from vault" -f -a "restore" -d 'Puts a backup in the place of the vault, which is kept aside; says first what would go'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from vault" -f -a "acknowledge" -d 'Acknowledges by name what was found wrong when the vault was opened, such as missing saves'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from vault" -f -a "new-key" -d 'Makes a new data key and a new recovery code, and encrypts everything anew'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from person" -f -a "list" -d 'Lists everybody'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from person" -f -a "add" -d 'Adds a person'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from person" -f -a "import" -d 'Brings in the people of a table (CSV), all in one change'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from person" -f -a "erase" -d 'Erases a person for good and says what went; what is signed stays as an empty row'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from supporter" -f -a "list" -d 'Lists a person\'s supporters, what each may see today, and every consent with --json'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from group" -f -a "list" -d 'Lists every group, how many are in it and how often it met; who leads it, and its days, with --json'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "list" -d 'Lists a person\'s sessions, newest first'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "demo" -d 'Runs one whole session with a made-up person of a sample vault and signs its note'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from note" -f -a "list" -d 'Lists every note, newest first'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from note" -f -a "draft" -d 'Drafts the note of a session, or finds the one there is'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from note" -f -a "export" -d 'Writes a note as a file'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from note" -f -a "batch" -d 'Writes the signed notes of some days, each as a file'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from outcome" -f -a "list" -d 'Lists each measure on each occasion: due, filled, keyed in, counted, or why not'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from ledger" -f -a "list" -d 'Lists entries, newest first'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from hand-off" -f -a "list" -d 'Lists everything of somebody\'s that left, newest first, to whom, and whether it did'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "fhir" -d 'Writes a person\'s record as FHIR R4, for a clinic\'s server'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "csv" -d 'Writes the caseload as tables with a data dictionary; nobody is named in them'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "folder" -d 'Writes a person\'s record as a folder that opens without Waymark; it is not encrypted'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from archive" -f -a "write" -d 'Writes a person\'s record, encrypted with a passphrase of its own: the next line of the standard input'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from archive" -f -a "open" -d 'Says whose record an archive is and what bringing it in would do; changes nothing'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from archive" -f -a "merge" -d 'Brings an archive in; what stands here and differs stays, and is listed'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from handout" -f -a "list" -d 'Lists every topic and form that can be printed'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from handout" -f -a "print" -d 'Writes the pages of a topic or form as PDF'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from handout" -f -a "slip" -d 'Writes a person\'s promises as slips to take home, half a sheet each, as PDF'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from handout" -f -a "read-back" -d 'Shows what came back on a form that was filled in, beside what stands in the record; with --take, takes it over'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from handout" -f -a "workbook" -d 'Writes every topic of a course as one PDF, with title page, contents and bookmarks'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from packet" -f -a "list" -d 'Lists the templates saved at the handout desk'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from packet" -f -a "print" -d 'Writes topics and forms as one file, in the order they are named'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from content" -f -a "check" -d 'Checks a pack, or the built-in one, and says what to write instead'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from content" -f -a "stats" -d 'Measures every topic: words, sentences, printed pages, reading grade'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from content" -f -a "preview" -d 'Writes a topic\'s blank pages as PDF, as the app prints them'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from content" -f -a "new-pack" -d 'Writes a starter pack for a site into a new folder, whose name becomes its id'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from content" -f -a "diff" -d 'Tells what a new version of a pack changes for answers already given'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from content" -f -a "install" -d 'Installs a site\'s pack, whole or not at all'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from content" -f -a "remove" -d 'Takes an installed pack out; answers given on its pages stay in the record'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from content" -f -a "packs" -d 'Lists the packs in use and what each changes'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from manual" -f -a "list" -d 'Lists the pages'
complete -c waymark-cli -n "__fish_waymark_cli_using_subcommand help; and __fish_seen_subcommand_from manual" -f -a "print" -d 'Writes pages as PDF, Word, text or web page, by the end of the file\'s name'
