/** Files of meetings that name somebody: found by opening each where files from outside are opened. */
import { KansliError } from '#contract/errors.ts'
import type { NamingFile } from '#contract/privacy.ts'
import { allAttachments, storedBytes } from '#db/queries/attachments.ts'
import type { Naming } from '#core/attachments/naming.ts'
import type { TaskContext } from '#core/context.ts'

/** A file that takes too long, or brings the process down, could not be looked into. */
const mayFail = new Set(['file.too-slow', 'file.broke-off'])

async function look(context: TaskContext, sha256: string, input: Lookup): Promise<Naming> {
  const bytes = context.read((db) => storedBytes(db, sha256))
  if (bytes === null) return { names: false, whole: true }
  try {
    return await context.ports.reader.open('naming', { ...input, base64: Buffer.from(bytes).toString('base64') })
  } catch (error) {
    if (error instanceof KansliError && mayFail.has(error.code)) return { names: false, whole: false }
    throw error
  }
}

type Lookup = { fileName: string; forms: readonly string[]; parts: readonly string[] }

/**
 * Those that name somebody, then those that could not be looked into whole; the same bytes are opened once.
 * @param forms as they stand anywhere @param parts as words of their own
 */
export async function filesNaming(
  context: TaskContext,
  forms: readonly string[],
  parts: readonly string[],
): Promise<NamingFile[]> {
  const known = new Map<string, Naming>()
  const found: NamingFile[] = []
  for (const { sha256, record, ...file } of context.read(allAttachments)) {
    const kept = known.get(sha256) ?? (await look(context, sha256, { fileName: file.fileName, forms, parts }))
    known.set(sha256, kept)
    if (kept.names || !kept.whole) found.push({ ...file, record: record === 1, names: kept.names })
  }
  return found.toSorted((a, b) => Number(b.names) - Number(a.names))
}
