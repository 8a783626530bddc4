/** Invented minutes of a given length: items of one page, nine blocks each. */
import type { Subject } from './subject.ts'

const blocksOfPage = 9
const words =
  'Ordföranden redogjorde för läget i frågan och de synpunkter som hade kommit in under remisstiden. Rådet diskuterade förslaget och bad kansliet återkomma med ett underlag till nästa sammanträde, med kostnader och en tidsplan för arbetet.'

export type Page = { title: string; blocks: readonly string[] }

/** About 2 200 characters a page, no two blocks alike. */
export function pages(count: number): Page[] {
  return Array.from({ length: count }, (_, page) => ({
    title: `Ärende ${page + 1}`,
    blocks: Array.from({ length: blocksOfPage }, (_, block) => `Stycke ${page + 1}:${block + 1}. ${words}`),
  }))
}

/** Stores the minutes through the core's door. @returns the meeting and its items, in order */
export async function storeMeeting(
  call: Subject['call'],
  title: string,
  count: number,
): Promise<{ id: string; items: { id: string; paragraphs: readonly string[] }[] }> {
  const { id } = await call('meetings.create', { title, kind: 'protokoll', date: '2026-01-15', body: null })
  const first = (await call('meetings.get', { id })).items.map((item) => item.id)
  const items: { id: string; paragraphs: readonly string[] }[] = []
  for (const page of pages(count)) {
    const after = items.at(-1)?.id ?? null
    const item = (await call('items.add', { meetingId: id, after, title: page.title, number: null })).id
    const paragraphs = page.blocks.map(() => crypto.randomUUID())
    const operations = page.blocks.map((text, index) => ({
      op: 'put' as const,
      paragraphId: paragraphs[index] ?? '',
      kind: 'paragraph' as const,
      text,
      base: null,
    }))
    await call('items.saveText', { id: item, operations, order: [...paragraphs] })
    items.push({ id: item, paragraphs })
  }
  for (const one of first) await call('items.remove', { id: one })
  return { id, items }
}
