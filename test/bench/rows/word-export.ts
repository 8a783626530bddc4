import { deflateRawSync } from 'node:zlib'
import { buildMinutes } from '#core/word/build.ts'
import { openZip } from '#core/word/zip.ts'
import { byTurns, same, type Bench } from '../measure.ts'
import { minutesBytes, subject } from '../subject.ts'

const level = 6

/** Export of the real minutes, warm, against only deflating the same parts. */
export const wordExport: Bench = {
  name: 'word-export',
  what: 'the real minutes to a Word file, warm',
  against: 'deflating the same parts (zlib 6)',
  target: 12,
  async run() {
    const { call, end } = subject()
    try {
      const { text } = await call('imports.preview', { base64: Buffer.from(minutesBytes()).toString('base64') })
      await call('imports.commit', { name: 'minutes', text, encoding: 'utf-8' })
      const meeting = await call('meetings.show', { which: 'latest' })
      const make = () =>
        buildMinutes(meeting, {
          language: 'sv',
          office: 'Kontoret',
          status: 'draft',
          approvedOn: null,
          numberStyle: 'plain',
          madeAt: new Date(0),
        })
      const { bytes } = await make()
      const archive = openZip(bytes)
      const parts = archive.names.map((name) => archive.read(name))
      const document = archive.read('word/document.xml').toString()
      for (const item of meeting.items)
        same(document.includes(item.title.split(/[–“”]/)[0]?.trim() ?? ''), true, item.title)
      return await byTurns(make, () => parts.forEach((part) => deflateRawSync(part, { level })), {
        rounds: 41,
        warm: 10,
      })
    } finally {
      end()
    }
  },
}
