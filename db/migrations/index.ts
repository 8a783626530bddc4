/** Every step from an empty file to today's shape, in order. A step that has been released is never edited. */
import { workspace0010 } from './0010-workspace.ts'
import { register0020 } from './0020-register.ts'
import { meetings0030 } from './0030-meetings.ts'
import { network0040 } from './0040-network.ts'
import { registerOverTime0050 } from './0050-register-over-time.ts'
import { search0060 } from './0060-search.ts'
import { liveMinutes0070 } from './0070-live-minutes.ts'
import { approval0080 } from './0080-approval.ts'
import { keptStates0090 } from './0090-kept-states.ts'
import { keptBeside0100 } from './0100-kept-beside.ts'
import { setAside0110 } from './0110-set-aside.ts'
import { answered0120 } from './0120-answered.ts'
import { decisionSeries0130 } from './0130-decision-series.ts'
import { leftToMeetings0140 } from './0140-left-to-meetings.ts'
import { ownNumbers0150 } from './0150-own-numbers.ts'
import { byHand0180 } from './0180-by-hand.ts'
import { fallen0190 } from './0190-fallen.ts'
import { noteAside0200 } from './0200-note-aside.ts'
import { approvedStays0210 } from './0210-approved-stays.ts'
import { deputyships0220 } from './0220-deputyships.ts'
import { sinceWhen0230 } from './0230-since-when.ts'
import { numbersMeant0240 } from './0240-numbers-meant.ts'
import { oneSeat0250 } from './0250-one-seat.ts'
import { onePast0260 } from './0260-one-past.ts'
import { approvedNumbers0270 } from './0270-approved-numbers.ts'

export type Migration = { version: number; sql: string }

export const migrations: readonly Migration[] = [
  { version: 10, sql: workspace0010 },
  { version: 20, sql: register0020 },
  { version: 30, sql: meetings0030 },
  { version: 40, sql: network0040 },
  { version: 50, sql: registerOverTime0050 },
  { version: 60, sql: search0060 },
  { version: 70, sql: liveMinutes0070 },
  { version: 80, sql: approval0080 },
  { version: 90, sql: keptStates0090 },
  { version: 100, sql: keptBeside0100 },
  { version: 110, sql: setAside0110 },
  { version: 120, sql: answered0120 },
  { version: 130, sql: decisionSeries0130 },
  { version: 140, sql: leftToMeetings0140 },
  { version: 150, sql: ownNumbers0150 },
  { version: 180, sql: byHand0180 },
  { version: 190, sql: fallen0190 },
  { version: 200, sql: noteAside0200 },
  { version: 210, sql: approvedStays0210 },
  { version: 220, sql: deputyships0220 },
  { version: 230, sql: sinceWhen0230 },
  { version: 240, sql: numbersMeant0240 },
  { version: 250, sql: oneSeat0250 },
  { version: 260, sql: onePast0260 },
  { version: 270, sql: approvedNumbers0270 },
]

/** The version this program reads and writes. */
export const currentVersion = 270
