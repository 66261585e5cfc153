// The page with a list that can be dropped on it, as a user would.

/** In the page: makes room for the driver to choose a file, once the first names are there. */
const prepare = async () => {
  while (!document.querySelector('.names td.counted bdi')?.textContent) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const input = document.createElement('input');
  input.type = 'file';
  input.id = 'bench-list';
  document.body.append(input);
};

/** In the page: drops the chosen File under another name and waits until the list of that name is shown. */
const dropChosen = (name) =>
  new Promise((resolve, reject) => {
    const transfer = new DataTransfer();
    const file = new File([document.querySelector('#bench-list').files[0]], name);
    transfer.items.add(file);
    const start = performance.now();
    const observer = new MutationObserver(() => {
      const notice = document.querySelector('#notice');
      if (notice !== null && !notice.hidden) reject(new Error(notice.textContent));
      if (document.querySelector('#data .list-title bdi').textContent !== name) return;
      observer.disconnect();
      const seconds = (performance.now() - start) / 1000;
      const names = document.querySelector('#data .facts dd').textContent.replace(/\D/g, '');
      resolve({ seconds, names: Number(names) });
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
  });

/** In the page: until the worker has nothing to do, for it goes on to find out the list's SHA-256. */
const settled = async (name) => {
  while (!(location.hash.includes(name) && location.hash.includes('sha256'))) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** @returns {Promise<{ drop: () => Promise<{ seconds: number, names: number }>, close: () => Promise<void> }>} */
export async function openLab(browser, pageUrl, path) {
  const page = await browser.newPage();
  await page.goto(pageUrl);
  await page.evaluate(prepare, null);
  await page.choose('#bench-list', path);
  let drops = 0;
  return {
    async drop() {
      drops += 1;
      const name = `list${drops}`;
      const found = await page.evaluate(dropChosen, name);
      await page.evaluate(settled, name);
      return found;
    },
    close: () => page.close(),
  };
}
