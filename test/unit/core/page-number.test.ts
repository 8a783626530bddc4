import { expect, it } from 'vitest'
import { all, insert } from '#db/connection.ts'
import { resolveWarning } from '#core/meetings/warnings.ts'
import { nodePorts } from '#hosts/node-ports.ts'
import { newWorkspace } from '../../helpers/workspace.ts'
import { readerHere } from '../../helpers/reader.ts'

it('takes a leaked page number out of the line it was found on and of the decision said there, not out of equal words elsewhere', () => {
  const { db } = newWorkspace()
  const meeting = { id: 'm', kind: 'protokoll', language: 'sv', title: 'M', created_at: '2031-01-01T00:00:00.000Z' }
  insert(db, 'meeting', meeting)
  insert(db, 'agenda_item', { id: 'i', meeting_id: 'm', position: 0, number: '1', number_style: 'plain', title: 'P' })
  const words = 'köpa båt och 1 brygga'
  for (const [position, id] of ['a', 'b'].entries())
    insert(db, 'paragraph', {
      id,
      item_id: 'i',
      position,
      kind: 'paragraph',
      text: `Rådet beslutar att ${words}.`,
      line_from: 10 * (position + 1),
      line_to: 10 * (position + 1) + 1,
    })
  insert(db, 'decision', { id: 'd', item_id: 'i', paragraph_id: 'b', position: 0, text: `att ${words}`, inline: 1 })
  insert(db, 'warning', {
    id: 'w',
    meeting_id: 'm',
    position: 0,
    code: 'page-number-in-text',
    line: 21,
    quote: 'och 1 brygga',
    suggestion: 'och brygga',
  })
  const ports = nodePorts({
    reader: readerHere,
    dataFolder: '',
    log: () => undefined,
    saveFile: () => Promise.resolve(null),
    pickWorkspace: () => Promise.resolve(null),
  })
  resolveWarning({ db, ports }, 'w', 'accepted')
  expect(all(db, 'SELECT text FROM paragraph ORDER BY position')).toEqual([
    { text: 'Rådet beslutar att köpa båt och 1 brygga.' },
    { text: 'Rådet beslutar att köpa båt och brygga.' },
  ])
  expect(all(db, 'SELECT text FROM decision')).toEqual([{ text: 'att köpa båt och brygga' }])
})
