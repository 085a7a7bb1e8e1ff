// Runs before the first paint: the choice kept here, else what the system says.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem('parley.theme');
  } catch {
    // Storage is forbidden: the system decides.
  }
  const isDark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
})();
