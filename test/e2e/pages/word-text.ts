/** What a Word document says. */
import { spawnSync } from 'node:child_process'

/** Its body as lines of plain words, one a paragraph; a cell of a table has at least one of its own. */
export function wordLines(path: string): string[] {
  const { stdout } = spawnSync('unzip', ['-p', path, 'word/document.xml'], { encoding: 'utf8' })
  return stdout
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ')
    .split('\n')
}
