/** The pictures of a grid, in the order in which they are read. */
export const picturesIn = (grid: HTMLElement | null): HTMLElement[] => [
  ...(grid?.querySelectorAll<HTMLElement>('[data-picture]') ?? []),
];

/** How many stand side by side: those in the first row. */
export const columnsOf = (buttons: readonly HTMLElement[]): number =>
  Math.max(1, buttons.filter(({ offsetTop }) => offsetTop === buttons[0]?.offsetTop).length);
