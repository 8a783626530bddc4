/** How much the first screen asks for. */

/** Meetings read whole for their actions and next dates: cheap, and enough for a first screen. */
export const wholeMeetings = 4
export const meetingsShown = 50
