//! What each thing that keeps the desk from its usual work says and what to do. One without words does not compile.

import { m } from './i18n'
import type { BackupTrouble, BackupWhy, CannotWrite, SettingsTrouble } from './ipc/generated/types'

interface Words {
  text: string
  next: string
}

const WRITING: Record<CannotWrite, () => Words> = {
  full: () => ({ text: m.vault_full(), next: m.vault_full_next() }),
  readOnly: () => ({ text: m.vault_read_only(), next: m.vault_read_only_next() }),
}

const SETTINGS: Record<SettingsTrouble, () => Words> = {
  fromCopy: () => ({ text: m.settings_from_copy(), next: m.settings_from_copy_next() }),
  lost: () => ({ text: m.settings_lost(), next: m.settings_lost_next() }),
}

const BACKUP: Record<BackupWhy, (folder: string) => string> = {
  gone: (folder) => m.backup_waits({ folder }),
  full: (folder) => m.backup_full({ folder }),
  readOnly: (folder) => m.backup_read_only({ folder }),
  failed: (folder) => m.backup_failed({ folder }),
}

/** Says why nothing can be saved. */
export function writingWords(why: CannotWrite): Words {
  return WRITING[why]()
}

/** Says what became of settings that could not be read. */
export function settingsWords(trouble: SettingsTrouble): Words {
  return SETTINGS[trouble]()
}

/** Says what keeps the next backup. */
export function backupWords({ why, folder }: BackupTrouble): string {
  return BACKUP[why](folder)
}
