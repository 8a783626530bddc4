/** The peer: stock TipTap with its starter kit, holding the whole minutes as one document. */
import { Editor, type JSONContent } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'

async function open(): Promise<void> {
  const answer = await fetch('./document.json')
  // Written by the row that serves it.
  const content = (await answer.json()) as JSONContent
  const element = document.getElementById('text')
  if (element === null) throw new Error('the page has no place for the text')
  void new Editor({ element, extensions: [StarterKit], content, autofocus: 'start' })
}

document.getElementById('open')?.addEventListener('click', () => void open())
