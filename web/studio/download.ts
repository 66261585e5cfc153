// Hands a file to the user.

/** Saves it under that name, as the browser saves downloads. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // Firefox reads the address after the click.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** A file name that any system takes, from a title. */
export function fileName(title: string, ending: string): string {
  const bare = title.replace(/\.(txt|csv|tsv|list|json)$/i, '');
  const safe = bare.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return `${safe === '' ? 'names' : safe.slice(0, 60).toLowerCase()}${ending}`;
}
