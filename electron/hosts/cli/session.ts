/** One command's run: an application in this process, closed properly at the end, and where its words go. */
import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { createApp, type App } from '#core/app.ts'
import { forkReader } from '../core-process/forked.ts'
import type { CodedError } from '../core-process/protocol.ts'
import { createReader } from '../core-process/reader.ts'
import type { Input, MethodName, Output } from '#contract/methods.ts'
import { KansliError } from '#contract/errors.ts'
import { safeFileName } from '../file-names.ts'
import { readWhole, writeDocument } from '../node-files.ts'
import { defaultDataFolder, nodePorts } from '../node-ports.ts'
import type { Words } from '../words.ts'
import type { Options } from './arguments.ts'

/** 0: it went well; 1: it was refused, or faults were found; 2: it was typed wrong. */
export type Exit = 0 | 1 | 2

export type Session = {
  words: Words
  options: Options
  /** A line for people or, with --json, the one JSON value. */
  print(line: string): void
  /** A line beside the result: remarks that are not it. */
  remark(line: string): void
  /** Runs a method. @throws KansliError of the reply */
  call<K extends MethodName>(name: K, input: Input<K>): Promise<Output<K>>
  /** Runs whatever was typed as a method's name and input. @throws KansliError */
  callAny(name: string, input: unknown): Promise<unknown>
  /** Opens the workspace of --workspace; true when it was made. @throws KansliError */
  open(create: boolean): boolean
  /** Makes a workspace of a JSON document. @throws KansliError */
  make(path: string, json: Uint8Array): void
  /** Bytes of a file; `-` is standard input. @throws KansliError */
  read(file: string): Promise<Uint8Array>
  /** Takes a workspace away that was made for nothing. Copies of an earlier one of its name are not its own, and stay. */
  discard(): void
  close(): void
}

/** A path as the person means it: npm runs scripts in the project, INIT_CWD is where the person stands. */
export function fromHere(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path)
}

/** Standard input is read to its end, up to this many bytes. */
const mostInput = 30_000_000

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostInput) throw new KansliError('import.too-large', { limit: mostInput })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Where a made document goes: the path of --to, else its own name where the person stands, over nothing that is there. */
function place(options: Options, suggestedName: string): string {
  if (options.to !== undefined) return fromHere(options.to)
  const path = fromHere(safeFileName(suggestedName))
  if (existsSync(path)) throw new KansliError('file.exists', { file: path })
  return path
}

export function openSession(words: Words, options: Options): Session {
  const reader = createReader({
    spawn: () => forkReader(),
    log: (level, message) => {
      if (level === 'error') console.error(message)
    },
  })
  const app: App = createApp(
    nodePorts({
      reader,
      dataFolder: defaultDataFolder(),
      log: (level, message) => {
        if (level === 'error') console.error(message)
      },
      // eslint-disable-next-line typescript/require-await -- a dialog in the other hosts
      saveFile: async (suggestedName, bytes) => {
        const path = place(options, suggestedName)
        writeDocument(path, bytes, options.workspace === undefined ? null : fromHere(options.workspace))
        return path
      },
      pickWorkspace: () => Promise.reject(new KansliError('picker.unavailable')),
    }),
  )
  async function callAny(name: string, input: unknown): Promise<unknown> {
    const reply = await app.dispatch(name, input)
    if (reply.ok) return reply.value
    throw new KansliError(reply.error.code, reply.error.params)
  }
  return {
    words,
    options,
    print: (line) => process.stdout.write(`${line}\n`),
    remark: (line) => process.stderr.write(`${line}\n`),
    // The core checks what it sends against the table the type is derived from.
    call: async (name, input) => (await callAny(name, input)) as never,
    callAny,
    open(create) {
      if (options.workspace === undefined) return false
      const path = fromHere(options.workspace)
      const make = create && !existsSync(path)
      app.openWorkspace(path, { create: make })
      return make
    },
    make: (path, json) => app.makeWorkspace(path, json),
    read: (file) => (file === '-' ? readStandardInput() : Promise.resolve(readWhole(fromHere(file)))),
    discard() {
      if (options.workspace === undefined) return
      app.close()
      const path = fromHere(options.workspace)
      for (const ending of ['', '-wal']) rmSync(path + ending, { force: true })
    },
    close: () => {
      reader.close()
      app.close()
    },
  }
}

/** The error of a fault as the reply would carry it. */
export function codedError(error: unknown): CodedError {
  if (error instanceof KansliError) return { code: error.code, params: error.params }
  return { code: 'call.internal', params: { method: 'kansli' } }
}
