/** What a host gives the application. The core never imports clock, randomness, files or dialogs itself. */

import type { Reader } from '#core/openers.ts'

export type LogLevel = 'info' | 'warn' | 'error'

export type FileInfo = {
  path: string
  /** Last change, ISO instant. */
  changedAt: string
  /** Size in bytes. */
  size: number
}

/** Files outside the open workspace. Paths are absolute. Errors of the system become file.* codes. */
export type Files = {
  /** Regular files of a folder whose name ends in `extension`; none when the folder is missing. */
  list(folder: string, extension: string): FileInfo[]
  info(path: string): FileInfo | null
  read(path: string): Uint8Array
  /** Whole file or none: written beside, synced, renamed. Makes the folder, for the owner only. */
  write(path: string, bytes: Uint8Array): void
  remove(path: string): void
  join(...parts: string[]): string
  /** Last part of a path, and the folder before it. */
  split(path: string): { folder: string; name: string }
}

/** Dictionaries of the program. Whatever goes wrong with them, nothing is called misspelt. */
export type Speller = {
  /** Those of the words that the dictionary does not have. */
  unknown(language: 'sv' | 'en', words: readonly string[]): Promise<string[]>
  /** Words that may be meant, the likeliest first; none when it takes too long. */
  suggest(language: 'sv' | 'en', word: string): Promise<string[]>
  close(): void
}

export type Ports = {
  clock(): Date
  /** A new UUID. */
  newId(): string
  /** Text for the log: never a name or a sentence of the minutes. */
  log(level: LogLevel, message: string): void
  files: Files
  /** Opens what comes from outside, in a process that may be killed. */
  reader: Reader
  /** Folder that new workspaces go to, for example the person's Documents/Kansli. */
  dataFolder: string
  /** Text of a file under assets/, for example `example/groups.json`. */
  asset(name: string): string
  /** SHA-256 of bytes, or of text in UTF-8, hexadecimal. */
  sha256(data: string | Uint8Array): string
  speller: Speller
  /**
   * Gives a made document to the person: a save dialog, a download, a path from the command line.
   * Returns where it went as the person knows it, null when the person thought better of it.
   */
  saveFile(suggestedName: string, bytes: Uint8Array): Promise<string | null>
  /** Lets the person choose a workspace file; null when none was chosen. Throws picker.unavailable. */
  pickWorkspace(): Promise<string | null>
}
