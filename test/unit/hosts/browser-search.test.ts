/** How the end-to-end tests come by a browser: in which order, and what is said on the way. */
import { describe, expect, it } from 'vitest'
import { findChromium, type Machine } from '../../run/chromium.ts'

type Given = Partial<Omit<Machine, 'candidates' | 'starts'>> & { here?: string[]; broken?: string[] }

async function search({ here = [], broken = [], ...machine }: Given) {
  const said: string[] = []
  const done: string[] = []
  const found = await findChromium((line) => said.push(line), {
    candidates: () => here,
    starts: (path) => Promise.resolve(!broken.includes(path)),
    mayFetch: true,
    ...machine,
    download: () => (done.push('download'), machine.download?.() ?? Promise.resolve()),
    install: machine.install === null ? null : () => (done.push('apt'), machine.install?.() ?? Promise.resolve()),
  })
  return { found, said, done }
}

describe('the search for a browser', () => {
  it('takes the first that is here and starts, and fetches nothing', async () => {
    expect(await search({ here: ['/own', '/system'] })).toEqual({ found: { path: '/own' }, said: [], done: [] })
    const { found, said, done } = await search({ here: ['/own', '/system'], broken: ['/own'] })
    expect([found, done]).toEqual([{ path: '/system' }, []])
    expect(said).toEqual([expect.stringContaining('/own is here but does not start')])
  })

  it('tries the download, says so, and stops there when it gave a browser that starts', async () => {
    const here: string[] = []
    const { found, said, done } = await search({ here, download: () => Promise.resolve(here.push('/own')) })
    expect([found, done]).toEqual([{ path: '/own' }, ['download']])
    expect(said).toHaveLength(1)
  })

  it('goes on to apt when the download gave none, or one that lacks its libraries', async () => {
    const here: string[] = []
    const broken = ['/own']
    const { found, said, done } = await search({
      here,
      broken,
      download: () => Promise.resolve(here.push('/own')),
      install: () => Promise.resolve(broken.pop()),
    })
    expect([found, done]).toEqual([{ path: '/own' }, ['download', 'apt']])
    expect(said.map((line) => line.slice(0, 40))).toEqual([
      'browser: no Chromium here; trying Playwr',
      'browser: /own is here but does not start',
      'browser: the download gave none that sta',
    ])
  })

  it('ends with one sentence that says what to install where nothing helps', async () => {
    for (const install of [null, () => Promise.resolve()]) {
      const { found } = await search({ install })
      expect(found).toMatchObject({
        path: null,
        refused: false,
        why: expect.stringContaining('apt-get install chromium'),
      })
    }
  })

  it('fetches nothing and says so in one sentence when it is told not to', async () => {
    const { found, said, done } = await search({ mayFetch: false })
    expect(found).toMatchObject({
      path: null,
      refused: true,
      why: expect.stringContaining('KANSLI_NO_BROWSER_INSTALL'),
    })
    expect([said, done]).toEqual([[], []])
  })
})
