// The studio's own icons, as paths in a box of 16 by 16.

/** Keeps a name. */
export const starIcon =
  'M8 1.200l2.100 4.500 4.900.600-3.600 3.400.900 4.900L8 12.200l-4.300 2.400.900-4.900L1 6.300l4.900-.600z';
/** Moves a row up. */
export const upIcon = 'M8 3l5 6H9.500v4h-3V9H3z';
/** Moves a row down. */
export const downIcon = 'M8 13l5-6H9.500V3h-3v4H3z';
/** Drags a row. */
export const gripIcon = 'M5 3h2v2H5zM9 3h2v2H9zM5 7h2v2H5zM9 7h2v2H9zM5 11h2v2H5zM9 11h2v2H9z';
