/** A method called beside the pages, as they call it. */
import type { Page } from '@playwright/test'

/** A call over the page's own pass. Only where the page is served over the loopback address. */
export async function ask<T>(page: Page, name: string, input: object): Promise<T> {
  // A page that has just been opened gets its pass first.
  await page.waitForFunction(() => sessionStorage.getItem('kansli.pass') !== null)
  const reply = await page.evaluate(
    async ([method, body]) => {
      const answer = await fetch('/call', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${sessionStorage.getItem('kansli.pass') ?? ''}`,
        },
        body: JSON.stringify({ name: method, input: body }),
      })
      return (await answer.json()) as { value: unknown }
    },
    [name, input] as const,
  )
  // The caller says what the method gives.
  return reply.value as T
}
