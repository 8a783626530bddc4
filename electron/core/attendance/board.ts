/** The whole of a meeting's presence at a glance, worked out from its list and its stretches. */
import type { AttendanceBoard } from '#contract/attendance.ts'
import type { MeetingView } from '#contract/meetings.ts'
import { blockingDecisions } from './blocking.ts'
import { itemCells } from './items.ts'
import { isThere } from './machine.ts'
import { peopleOf } from './people.ts'
import { quorumOf, servesNow } from './quorum.ts'
import { settingOf, summaryOf } from './words.ts'

export function boardOf(view: Pick<MeetingView, 'head' | 'items' | 'attendance'>): AttendanceBoard {
  const { head, items, attendance } = view
  const people = peopleOf(attendance)
  const there = people.filter(isThere)
  const mode = (wanted: string) => there.filter((row) => row.mode === wanted).length
  const status = (wanted: string) => people.filter((row) => row.status === wanted).length
  return {
    counts: {
      room: mode('room'),
      remote: mode('remote'),
      phone: mode('phone'),
      here: mode('unknown'),
      gone: status('present') - there.length,
      expected: status('expected'),
      excused: status('excused'),
      absent: status('absent'),
      unknown: status('unknown'),
    },
    quorum: quorumOf(head, attendance, { isThere, serves: servesNow }),
    blocking: blockingDecisions(view),
    grid: attendance.map((row) => ({ id: row.id, cells: itemCells(row, items) })),
    summary: summaryOf(items, attendance, settingOf(view)),
  }
}
