import { keepingTriggers } from './0100-kept-beside.ts'
import { keptWithDeputies } from './0220-deputyships.ts'

/**
 * Which item of its own meeting a paragraph means by "§ 3", noted when the item gets another number: from then on the
 * text alone does not tell it, and the review can ask.
 *
 * Items are pointed at by plain ids: one that is gone is meant by nobody, and undo brings it back as it was.
 */
export const numbersMeant0240 = `
CREATE TABLE number_meant (
  id TEXT NOT NULL PRIMARY KEY,
  paragraph_id TEXT NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL,
  -- As the text has it, without §.
  number TEXT NOT NULL,
  UNIQUE (paragraph_id, number)
) STRICT;
-- A paragraph that is put back means what it meant.
${keepingTriggers({
  ...keptWithDeputies,
  number_meant: { columns: 'id, paragraph_id, item_id, number', from: 'number_meant WHERE paragraph_id = OLD.id' },
})}`
