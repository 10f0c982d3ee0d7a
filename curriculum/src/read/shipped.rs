//! A pack that lies in the program itself.

use include_dir::Dir;

use super::files::PackFiles;

/// Takes a folder out of the program.
pub(crate) fn shipped(root: &Dir<'_>) -> PackFiles {
    let mut files = PackFiles::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.insert(path, file.contents().to_vec());
        }
        folders.extend(folder.dirs());
    }
    files
}
