import type { TestApp } from './app.ts'

/** Puts people on a meeting's list, in the room and with nothing said about them. */
export async function list(app: Pick<TestApp, 'call'>, meetingId: string, ...names: readonly string[]): Promise<void> {
  const said = {
    capacity: null,
    organisation: null,
    group: null,
    status: 'present',
    mode: 'room',
    items: null,
  } as const
  for (const name of names) await app.call('attendance.add', { meetingId, name, ...said })
}
