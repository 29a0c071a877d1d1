// Says that the pages did not start where their script did not come; it cannot say so itself.
addEventListener(
  'error',
  function (event) {
    if (!(event.target instanceof HTMLScriptElement)) return;
    var words = document.getElementById('start-failure').content.cloneNode(true);
    document.getElementById('root').replaceChildren(words);
  },
  true,
);
