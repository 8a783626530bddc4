/**
 * Everything that opens a file from outside, by kind. A host runs these in a process of their own, which holds no
 * workspace and may be killed: what goes in and what comes out is plain data.
 */
import type { DocumentFinding } from '#contract/word.ts'
import { namingIn, type Naming, type NamingInput } from '#core/attachments/naming.ts'
import { readContacts, type Reading, type ReadingInput } from '#core/exchange/read.ts'
import { readPlainText, type PlainText } from '#core/imports/text.ts'
import { givenText, type GivenText } from '#core/sources/decode-file.ts'
import { checkDocument } from '#core/word/check.ts'

type File = { base64: string }

/** What each kind wants and gives. */
export type OpenerTable = {
  /** A text file of minutes. */
  minutes: { input: File; opened: PlainText }
  /** A text file, a page or a Word file to be kept as a source. */
  source: { input: File & { name?: string | undefined }; opened: GivenText }
  /** A table, cards, a calendar or a workbook. */
  contacts: { input: File & Omit<ReadingInput, 'text' | 'base64'>; opened: Reading }
  /** A Word file to be checked. */
  document: { input: File; opened: DocumentFinding[] }
  /** Any file, asked whether it names somebody. */
  naming: { input: NamingInput; opened: Naming }
}
export type FileKind = keyof OpenerTable

export const openers: { [K in FileKind]: (input: OpenerTable[K]['input']) => OpenerTable[K]['opened'] } = {
  minutes: readPlainText,
  source: givenText,
  contacts: readContacts,
  document: ({ base64 }) => checkDocument(Buffer.from(base64, 'base64')),
  naming: namingIn,
}

/** Opens files where the core cannot be harmed by them. */
export type Reader = {
  /** @throws KansliError as the opener of its kind, and file.too-slow, file.broke-off */
  open<K extends FileKind>(kind: K, input: OpenerTable[K]['input']): Promise<OpenerTable[K]['opened']>
}
