// Says that the pages did not start where their script did not come; it cannot say so itself.
addEventListener(
  'error',
  function (event) {
    if (!(event.target instanceof HTMLScriptElement)) return;
    document.getElementById('start-failure').hidden = false;
  },
  true,
);
