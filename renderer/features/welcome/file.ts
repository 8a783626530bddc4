/** Files that a person chose, as the application takes them. */

/** The bytes in base64. Throws what the browser throws when the file cannot be read. */
export function fileAsBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    // A data: address ends with the bytes in base64 after its only comma.
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : '')
    reader.readAsDataURL(file)
  })
}
