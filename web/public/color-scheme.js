// Before the first paint, so that a dark screen does not flash white. A file of its own: the policy forbids inline scripts.
(function () {
  var wish = localStorage.getItem('mantine-color-scheme-value') || 'auto';
  var dark = wish === 'dark' || (wish === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
