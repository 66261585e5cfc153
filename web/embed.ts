// The page inside somebody else's (?embed): one station where the address names one, the panels that
// `?embed=names,loss` lists, else the workbench; and nothing around it. Fetched only there.
import './styles/embed.css';

/** Returns what shows only what was asked for; call it again when the open station changes. */
export function embedding(asked: string): (station: string | null) => void {
  const wanted = asked.split(',');
  const panels = Array.from(document.querySelectorAll('.panel')).filter(({ id }) =>
    wanted.includes(id),
  );
  return (station) => {
    const { dataset } = document.documentElement;
    const what = panels.length > 0 ? 'panels' : station !== null ? 'station' : 'bench';
    if (dataset['embed'] === what) return;
    dataset['embed'] = what;
    for (const panel of panels) panel.setAttribute('data-embedded', '');
  };
}
