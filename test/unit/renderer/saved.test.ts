import { beforeEach, expect, test } from 'vitest'
import { CallError } from '../../../renderer/transport/host.ts'
import { acknowledge, forgetSaved, savedState, setHeld, trackWrite } from '../../../renderer/transport/saved.ts'

beforeEach(forgetSaved)

test('nothing counts as saved before the core has acknowledged a write', async () => {
  await trackWrite(Promise.resolve())
  expect(savedState()).toEqual({ at: null, pending: 0, failed: false, held: false })
})

test('a write is pending until it is answered', async () => {
  let answer: () => void = () => undefined
  const writing = trackWrite(new Promise<void>((resolve) => (answer = resolve)))
  expect(savedState().pending).toBe(1)
  answer()
  await writing
  expect(savedState().pending).toBe(0)
})

test('the latest acknowledged time stands, whatever order the answers come in', () => {
  acknowledge('2026-11-22T10:00:02.000Z')
  acknowledge('2026-11-22T10:00:01.000Z')
  expect(savedState().at).toBe('2026-11-22T10:00:02.000Z')
})

test('a write that was lost is told until the next one goes through', async () => {
  await expect(trackWrite(Promise.reject(new CallError('workspace.disk')))).rejects.toThrow(CallError)
  expect(savedState().failed).toBe(true)
  await trackWrite(Promise.resolve())
  expect(savedState().failed).toBe(false)
})

test('a refusal that changes nothing is no lost write', async () => {
  await expect(trackWrite(Promise.reject(new CallError('entity.in-use')))).rejects.toThrow(CallError)
  expect(savedState().failed).toBe(false)
})

test('a text that waits for its writer is told as long as it does', () => {
  setHeld(true)
  expect(savedState().held).toBe(true)
  setHeld(false)
  expect(savedState().held).toBe(false)
})
