/** How much the first screen asks for. */

/** Meetings that are shown as rows, read whole for their findings and next dates: cheap, and enough for a first screen. */
export const wholeMeetings = 6
export const meetingsShown = 50
/** Of all that is open, what is overdue first. */
export const actionsShown = 8
