/** The texts that facts came from, line by line. */
import { get, type ReadableDb } from '../connection.ts'

export type SourceReader = (sourceId: string | null, line: number | null) => string | null

/** Gives single lines of stored texts, each text cut once; null for a line or text that is not there. */
export function sourceReader(db: ReadableDb): SourceReader {
  const cut = new Map<string, string[]>()
  return (sourceId, line) => {
    if (sourceId === null || line === null) return null
    let lines = cut.get(sourceId)
    if (lines === undefined) {
      const text = get<{ text: string }>(db, 'SELECT text FROM source WHERE id = ?', [sourceId])?.text ?? ''
      cut.set(sourceId, (lines = text.split('\n')))
    }
    const found = lines[line - 1]?.trim() ?? ''
    return found === '' ? null : found
  }
}
