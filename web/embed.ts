// The page inside somebody else's (?embed): one station where the address names one, the panels that
// `?embed=names,loss` lists, else the workbench; and nothing around it. Pure, but for `showEmbedded`.

/** `null`: a page of its own. No panels: what the address opens. */
export function embeddedPanels(search: string, known: readonly string[]): string[] | null {
  const asked = new URLSearchParams(search).get('embed');
  return asked === null ? null : known.filter((id) => asked.split(',').includes(id));
}

/** Shows only what was asked for; call it again when the open station changes. */
export function showEmbedded(panels: readonly string[], station: string | null): void {
  const { dataset } = document.documentElement;
  const what = panels.length > 0 ? 'panels' : station !== null ? 'station' : 'bench';
  if (dataset['embed'] === what) return;
  dataset['embed'] = what;
  for (const id of panels) document.getElementById(id)?.setAttribute('data-embedded', '');
}
