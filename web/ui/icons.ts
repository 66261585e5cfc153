// The page's few icons, as paths in a box of 16 by 16. Drawn for this page.

/** The paths by what they say. */
export const icons = {
  play: 'M4 2.5v11l9.5-5.5z',
  pause: 'M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z',
  back: 'M8 3V.8L3.800 3.800 8 6.800V4.600a4.200 4.200 0 1 1-4.200 4.200H2.200A5.800 5.800 0 1 0 8 3z',
  close:
    'M3.300 2.200 8 6.900l4.700-4.700 1.100 1.100L9.100 8l4.700 4.700-1.100 1.100L8 9.100l-4.700 4.700-1.100-1.100L6.900 8 2.200 3.300z',
  dice: 'M2 2h12v12H2zM3.500 3.500v9h9v-9zM5 5h2v2H5zM9 9h2v2H9zM9 5h2v2H9zM5 9h2v2H5z',
} as const;
