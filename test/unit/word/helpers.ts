/** Makes documents from the invented fixtures, looks into them and breaks them on purpose. */
import { readFileSync } from 'node:fs'
import { meetingJson } from '#contract/minutes.ts'
import type { MeetingJson } from '#contract/minutes.ts'
import { buildMinutes } from '#core/word/build.ts'
import type { MinutesOptions } from '#core/word/build.ts'
import { readPackage } from '#core/word/package.ts'
import { numberLabels } from '#core/word/numbering-labels.ts'
import { openZip } from '#core/word/zip.ts'
import { joinParts, packPart } from '#core/word/zip-writer.ts'

/** An invented meeting: `notes` has the shape and the traps of narrative minutes, `protocol` §, votes and approval,
 * `blocks` every kind of block. */
export function fixture(name: 'notes' | 'protocol' | 'english' | 'blocks'): MeetingJson {
  const file = new URL(`../../fixtures/word/${name}.json`, import.meta.url)
  return meetingJson.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** The notes as they are once the person has accepted what the reader pointed out. */
export function settledNotes(): MeetingJson {
  const meeting = fixture('notes')
  const fix = (text: string) => text.replace('och 1 frågor', 'och frågor')
  return {
    ...meeting,
    items: meeting.items.map((item) => ({
      ...item,
      paragraphs: item.paragraphs.map(fix),
      blocks: item.blocks.map((block) => ({ ...block, text: fix(block.text) })),
    })),
    warnings: [],
  }
}

export const emptyMeeting: MeetingJson = {
  id: '00000000-0000-4000-8000-000000000000',
  title: '',
  body: null,
  sender: null,
  date: null,
  kind: 'minnesanteckningar',
  form: null,
  place: null,
  start: null,
  end: null,
  dnr: null,
  chair: null,
  secretary: null,
  adjusters: [],
  items: [],
  participants: [],
  nextMeeting: null,
  warnings: [],
  unplaced: [],
}

export function item(number: string | null, title: string, ...texts: string[]): MeetingJson['items'][number] {
  const blocks = texts.map((text) => ({ kind: 'paragraph' as const, text }))
  return { number, title, paragraphs: texts, decisions: [], actions: [], blocks }
}

export function person(name: string, more: Partial<MeetingJson['participants'][number]> = {}) {
  return {
    listNumber: null,
    name,
    asWritten: name,
    capacity: null,
    organisation: null,
    group: 1,
    status: 'present' as const,
    mode: 'unknown' as const,
    items: null,
    ...more,
  }
}

export function build(meeting: MeetingJson, options: Partial<MinutesOptions> = {}) {
  return buildMinutes(meeting, {
    language: meeting.kind === 'minutes' ? 'en' : 'sv',
    office: '',
    status: 'draft',
    approvedOn: null,
    numberStyle: meeting.kind === 'protokoll' ? 'paragraph' : 'plain',
    madeAt: new Date('2021-11-12T08:00:00Z'),
    ...options,
  })
}

/** Text of one part. */
export function partText(bytes: Uint8Array, name: string): string {
  return openZip(bytes).read(name).toString('utf8')
}

/** The document with some parts changed; a change that changes nothing is a mistake of the test. */
export function doctor(bytes: Uint8Array, changes: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const archive = openZip(bytes)
  const parts = archive.names.map((name) => {
    const xml = archive.read(name).toString('utf8')
    const changed = changes[name]?.(xml) ?? xml
    if (name in changes && changed === xml) throw new Error(`nothing changed in ${name}`)
    return packPart(name, changed)
  })
  for (const name of Object.keys(changes)) if (!archive.has(name)) throw new Error(`no part ${name}`)
  return joinParts(parts)
}

export type Line = { style: string; label: string | null; text: string; inTable: boolean }

/** The body as a reader sees it: each paragraph with its style and the number Word shows. */
export function linesOf(bytes: Uint8Array): Line[] {
  const parts = readPackage(bytes)
  const labels = numberLabels(parts, parts.body.paragraphs)
  return parts.body.paragraphs.map((paragraph, index) => ({
    style: paragraph.style ?? 'Normal',
    label: labels[index] ?? null,
    text: paragraph.text,
    inTable: paragraph.inTable,
  }))
}
