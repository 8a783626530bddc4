/** Every way into the application refuses the same things with the same codes, and changes nothing when it refuses. */
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maxText } from '#contract/envelope.ts'
import { errorCodes } from '#contract/errors.ts'
import { createApp } from '#core/app.ts'
import { nodePorts } from '#hosts/node-ports.ts'
import { scratch, ways, type Way } from './ways.ts'
import { readerHere } from '../helpers/reader.ts'

const { folder, remove } = scratch()
const model = join(folder, 'model.kansli')
let meetingId = ''

beforeAll(async () => {
  const app = createApp(
    nodePorts({
      reader: readerHere,
      dataFolder: join(folder, 'data'),
      log: () => undefined,
      saveFile: () => Promise.resolve(null),
      pickWorkspace: () => Promise.resolve(null),
    }),
  )
  app.openWorkspace(model, { create: true })
  const made = await app.dispatch('meetings.create', {
    title: 'Provmöte',
    kind: 'protokoll',
    date: '2030-01-02',
    body: 'Provgruppen',
  })
  if (!made.ok) throw new Error(made.error.code)
  // The method's own output: `{ id, version }`.
  meetingId = (made.value as { id: string }).id
  app.close()
})
afterAll(remove)

type Case = { what: string; name: unknown; input: () => unknown; code: string }

/** Keys with a meaning of their own can only be made by a parser. */
const withKey = (key: string) =>
  JSON.parse(`{"title":"x","kind":"protokoll","date":null,"body":null,"${key}":{"polluted":true}}`)

const create = (more: Record<string, unknown>) => ({ title: 'x', kind: 'protokoll', date: null, body: null, ...more })

const cases: Case[] = [
  { what: 'an unknown method', name: 'meetings.destroy', input: () => ({}), code: 'call.unknown-method' },
  { what: 'a method of every object', name: 'toString', input: () => ({}), code: 'call.unknown-method' },
  { what: 'the prototype as a method', name: '__proto__', input: () => ({}), code: 'call.unknown-method' },
  { what: 'a read without its field', name: 'meetings.get', input: () => ({}), code: 'call.bad-input' },
  {
    what: 'a read with a field too many',
    name: 'meetings.list',
    input: () => ({ limit: 1, more: 1 }),
    code: 'call.bad-input',
  },
  { what: 'a read with a wrong type', name: 'meetings.list', input: () => ({ limit: '1' }), code: 'call.bad-input' },
  { what: 'a read with no input', name: 'meetings.list', input: () => null, code: 'call.bad-input' },
  { what: 'a read with a list as input', name: 'settings.get', input: () => [], code: 'call.bad-input' },
  {
    what: 'a read of what is not there',
    name: 'meetings.get',
    input: () => ({ id: '00000000-0000-4000-8000-000000000000' }),
    code: 'meeting.not-found',
  },
  { what: 'a write without a field', name: 'meetings.create', input: () => ({ title: 'x' }), code: 'call.bad-input' },
  {
    what: 'a write with a field too many',
    name: 'meetings.create',
    input: () => create({ more: 1 }),
    code: 'call.bad-input',
  },
  {
    what: 'a write with a wrong type',
    name: 'meetings.create',
    input: () => create({ title: 5 }),
    code: 'call.bad-input',
  },
  {
    what: 'a write with an unknown choice',
    name: 'meetings.create',
    input: () => create({ kind: 'annat' }),
    code: 'call.bad-input',
  },
  {
    what: 'a write with an oversized string',
    name: 'meetings.create',
    input: () => create({ title: 'a'.repeat(501) }),
    code: 'call.too-large',
  },
  {
    what: 'a write with a lone surrogate',
    name: 'meetings.create',
    input: () => create({ title: 'a\ud800b' }),
    code: 'call.bad-input',
  },
  {
    what: 'a write with a control character in a line',
    name: 'meetings.create',
    input: () => create({ title: 'a\u0000b' }),
    code: 'call.bad-input',
  },
  {
    what: 'a write with `__proto__` as a key',
    name: 'meetings.create',
    input: () => withKey('__proto__'),
    code: 'call.bad-input',
  },
  {
    what: 'a write with `constructor` as a key',
    name: 'meetings.create',
    input: () => withKey('constructor'),
    code: 'call.bad-input',
  },
  {
    what: 'a write with `__proto__` further in',
    name: 'meetings.setHead',
    input: () => ({ id: meetingId, change: JSON.parse('{"__proto__":{"title":"x"}}') }),
    code: 'call.bad-input',
  },
  {
    what: 'a write of a text that is too long',
    name: 'items.saveText',
    input: () => ({
      id: meetingId,
      order: [],
      operations: [{ op: 'put', paragraphId: meetingId, kind: 'paragraph', text: 'a'.repeat(maxText + 1), base: null }],
    }),
    code: 'call.too-large',
  },
  {
    what: 'a write on what is not there',
    name: 'items.remove',
    input: () => ({ id: '00000000-0000-4000-8000-000000000000' }),
    code: 'item.not-found',
  },
  { what: 'a task without its field', name: 'word.export', input: () => ({}), code: 'call.bad-input' },
  { what: 'a task with a field too many', name: 'network.get', input: () => ({ more: 1 }), code: 'call.bad-input' },
  { what: 'a task with a wrong type', name: 'word.check', input: () => ({ base64: [] }), code: 'call.bad-input' },
  {
    what: 'a task with a lone surrogate',
    name: 'imports.preview',
    input: () => ({ text: '\udc00' }),
    code: 'call.bad-input',
  },
  {
    what: 'a task with `__proto__` as a key',
    name: 'imports.preview',
    input: () => JSON.parse('{"text":"x","__proto__":{"text":"y"}}'),
    code: 'call.bad-input',
  },
  { what: 'a document that is none', name: 'word.check', input: () => ({ base64: 'aGVq' }), code: 'word.not-docx' },
  {
    what: 'a workspace under a handle nobody gave',
    name: 'workspace.open',
    input: () => ({ handle: '../../etc/passwd' }),
    code: 'workspace.not-found',
  },
  {
    what: 'a workspace named as a path',
    name: 'workspace.create',
    input: () => ({ name: '../escape' }),
    code: 'workspace.name-unusable',
  },
]

describe.each(ways)('$name', ({ name, open }) => {
  const workspace = join(folder, `${name.replaceAll(' ', '-')}.kansli`)
  const dataFolder = join(folder, `${name.replaceAll(' ', '-')}-data`)
  let way: Way
  let before: Buffer

  beforeAll(async () => {
    copyFileSync(model, workspace)
    // Opened and closed once first, so that what opening itself writes is not counted.
    const once = await open(workspace, dataFolder)
    await once.call('workspace.status', {})
    await once.close()
    before = readFileSync(workspace)
    way = await open(workspace, dataFolder)
  })

  it('answers what is asked rightly', async () => {
    const reply = await way.call('meetings.get', { id: meetingId })
    expect(reply).toMatchObject({ ok: true, value: { id: meetingId, head: { title: 'Provmöte' } } })
  })

  it.each(cases)('refuses $what with $code', async ({ name: method, input, code }) => {
    const reply = await way.call(method, input())
    expect(reply).toMatchObject({ ok: false, error: { code } })
    expect(errorCodes).toContain(reply.ok ? '' : reply.error.code)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('has not changed one byte of the workspace by refusing', async () => {
    await way.close()
    expect(readFileSync(workspace).equals(before)).toBe(true)
  })
})
