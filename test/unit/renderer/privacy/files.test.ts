import { describe, expect, it } from 'vitest'
import { filesToGo } from '../../../../renderer/features/privacy/erase-files.tsx'

const file = (id: string, names: boolean, record = false) => ({
  id,
  fileName: `${id}.pdf`,
  title: id,
  meetingId: 'm',
  meeting: 'Provmöte',
  date: null,
  names,
  record,
})

describe('the files that go with a person', () => {
  it('are those that name them and belong to no record, unless somebody has said otherwise of one', () => {
    const listed = [file('named', true), file('record', true, true), file('unread', false)]
    expect([...filesToGo(listed, new Set())]).toEqual(['named'])
    expect([...filesToGo(listed, new Set(['named', 'unread']))]).toEqual(['unread'])
  })

  it('are proposed with whoever is taken along, also once another has been chosen or left', () => {
    const turned = new Set(['left'])
    expect([...filesToGo([file('left', true)], turned)]).toEqual([])
    expect([...filesToGo([file('left', true), file('twin', true)], turned)]).toEqual(['twin'])
  })
})
