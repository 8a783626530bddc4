/** A store of one item's text in memory, for the tests of saving. */
import type { BlockFields, Contribution } from '#contract/blocks.ts'
import type { TextOperation } from '#contract/meetings.ts'
import { apply, sameJson, type Batch, type Block } from '../../../../renderer/features/meetings/text/blocks.ts'
import type { Reply, Stored } from '../../../../renderer/features/meetings/text/saver.ts'

export class Refused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** Whether what stands beside the words is neither what the writer saw nor what is set, as the core judges it. */
function changedBeside(there: Block, { was, kind, fields, people }: Extract<TextOperation, { op: 'put' }>): boolean {
  if (was === undefined) return false
  const who = (all: readonly Contribution[]) => all.map(({ role, name, choice }) => ({ role, name, choice }))
  const has = (value: { fields?: BlockFields | null | undefined; people?: readonly Contribution[] | undefined }) =>
    (value.fields === undefined || sameJson(there.fields, value.fields)) &&
    (value.people === undefined || sameJson(who(there.people), who(value.people)))
  return !(there.kind === was.kind && has(was)) && !(there.kind === kind && has({ fields, people }))
}

/** The store as the core keeps it: bases are checked, a repeated put passes, nothing is half done. */
export class FakeStore {
  blocks: Block[]
  version = 1
  received: Batch[] = []
  /** What happens to the next calls, one each: refused before, or applied and the answer lost. */
  plan: ('ok' | 'refuse' | 'lose' | 'hang')[] = []
  hanging: (() => void)[] = []
  constructor(blocks: readonly Block[]) {
    this.blocks = [...blocks]
  }
  put(batch: Batch): Reply {
    let now: readonly Block[] = this.blocks
    for (const operation of batch.operations) {
      const there = now.find(({ id }) => id === operation.paragraphId)
      if (operation.op === 'remove') {
        if (there !== undefined && there.text !== operation.base) throw new Refused('text.conflict')
      } else if ((there?.text ?? null) !== operation.base) {
        if (there?.text !== operation.text || there.kind !== operation.kind) throw new Refused('text.conflict')
      }
      if (operation.op === 'put' && there !== undefined && changedBeside(there, operation))
        throw new Refused('text.conflict')
      now = apply(now, { operations: [operation], order: [] })
    }
    this.blocks = apply(this.blocks, batch)
    this.version += 1
    return { version: this.version, savedAt: `t${this.version}` }
  }
  async send(batch: Batch): Promise<Reply> {
    this.received.push(batch)
    const plan = this.plan.shift() ?? 'ok'
    if (plan === 'hang') await new Promise<void>((resolve) => this.hanging.push(resolve))
    else await new Promise((resolve) => setTimeout(resolve, 5))
    if (plan === 'refuse') throw new Refused('workspace.disk')
    const reply = this.put(batch)
    if (plan === 'lose') throw new Refused('host.unreachable')
    return reply
  }
  seen(): Stored {
    return { blocks: [...this.blocks], version: this.version }
  }
}
