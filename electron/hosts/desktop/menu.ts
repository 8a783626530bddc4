/** The system's menu: what an operating system expects of any program. Kansli's own commands live in the page, under Ctrl+K. */
import type { MenuItemConstructorOptions } from 'electron'
import type { NativeWords } from './words.ts'

/**
 * Undo and redo are left out: a role of that name would act on the focused field alone, while the
 * page's own undo covers every write.
 * @param developing adds the developer tools
 */
export function menuTemplate(
  words: NativeWords,
  platform: NodeJS.Platform,
  developing: boolean,
): MenuItemConstructorOptions[] {
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const mac: MenuItemConstructorOptions = {
    label: 'Kansli',
    submenu: [
      { role: 'about', label: words.about },
      line,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      line,
      { role: 'quit', label: words.quit },
    ],
  }
  const file: MenuItemConstructorOptions = {
    label: words.file,
    submenu: platform === 'darwin' ? [{ role: 'close', label: words.close }] : [{ role: 'quit', label: words.quit }],
  }
  return [
    ...(platform === 'darwin' ? [mac] : []),
    file,
    {
      label: words.edit,
      submenu: [
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'pasteAndMatchStyle', label: words.pastePlain },
        line,
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.zoomReset },
        line,
        { role: 'togglefullscreen', label: words.fullScreen },
        ...(developing ? [line, { role: 'toggleDevTools', label: words.developer } as const] : []),
      ],
    },
    { label: words.window, submenu: [{ role: 'minimize', label: words.minimize }] },
  ]
}
