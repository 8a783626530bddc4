/** What a stage comes to. */
export type Skip = { name: string; reason: string }
export type Tally = { passed: number; failed: number; skipped: Skip[] }

export const nothing: Tally = { passed: 0, failed: 0, skipped: [] }

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: [...a.skipped, ...b.skipped] }
}

/** The closing line that other programs read: `12 passed, 0 failed, 1 skipped`. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped.length === 0 ? '' : `, ${skipped.length} skipped`}`
}

type Annotation = { type: string; description?: string }
type PlaywrightTest = {
  projectName: string
  status: 'expected' | 'unexpected' | 'flaky' | 'skipped'
  annotations: Annotation[]
}
type PlaywrightSuite = {
  title: string
  specs?: { title: string; tests: PlaywrightTest[] }[]
  suites?: PlaywrightSuite[]
}
/** The part used of Playwright's JSON report. */
export type PlaywrightReport = { suites: PlaywrightSuite[]; errors: { message?: string }[] }

/** Counts a report; `covered` are the projects in which at least one test passed. A flaky test has failed once: it counts as failed. */
export function playwrightTally(report: PlaywrightReport): Tally & { covered: string[] } {
  const tally: Tally = { passed: 0, failed: report.errors.length, skipped: [] }
  const covered = new Set<string>()
  const walk = (suite: PlaywrightSuite, above: string) => {
    const path = above === '' ? suite.title : `${above} › ${suite.title}`
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'skipped') {
          const reason = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description
          tally.skipped.push({
            name: `${path} › ${spec.title} [${test.projectName}]`,
            reason: reason ?? 'no reason given',
          })
        } else if (test.status === 'expected') {
          tally.passed += 1
          covered.add(test.projectName)
        } else tally.failed += 1
      }
    }
    for (const inner of suite.suites ?? []) walk(inner, path)
  }
  for (const suite of report.suites) walk(suite, '')
  return { ...tally, covered: [...covered] }
}
