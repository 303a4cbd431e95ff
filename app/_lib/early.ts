/**
 * Runs before the page is drawn: sets the theme that was chosen, and opens the language that was
 * chosen where the address leaves it open. Plain text, since it goes into the HTML.
 */
export const EARLY = `try {
  const { state } = JSON.parse(localStorage.getItem('negar-settings'));
  document.documentElement.dataset.theme = state.theme;
  const { pathname, search, hash } = location;
  if (state.language === 'fa' && !/^\\/fa(\\/|$)/.test(pathname))
    location.replace('/fa' + pathname.replace(/\\/$/, '') + search + hash);
} catch {}`;
