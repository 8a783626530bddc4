/** Hands a file that the host made to the browser, which puts it where it puts downloads. */
import { CallError } from './host.ts'

/** File name of a Content-Disposition header, its UTF-8 form first; null when it names none. */
export function nameOf(disposition: string | null): string | null {
  if (disposition === null) return null
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return null
    }
  }
  return /filename="([^"]+)"/i.exec(disposition)?.[1] ?? null
}

/** Fetches `address` (a path of this host, good for one fetch) and saves it; gives the file's name. Throws `file.write-failed`. */
export async function saveDownload(address: string, name: string | null, bearer: string): Promise<string> {
  const response = await fetch(address, { headers: { Authorization: `Bearer ${bearer}` } })
  const file = nameOf(response.headers.get('Content-Disposition')) ?? name ?? 'kansli'
  if (!response.ok) throw new CallError('file.write-failed', { file })
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
  // The browser reads the blob after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return file
}
