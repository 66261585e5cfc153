// Imported first: where the browser lacks something (public/supported.js has said what), nothing of
// the page starts.
if (document.documentElement.hasAttribute('data-unsupported')) {
  throw new Error('This browser is not supported.');
}
