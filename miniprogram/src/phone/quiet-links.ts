/**
 * Taro's tabs in the browser are links to `javascript:;`, which the Content-Security-Policy refuses aloud although
 * nothing is lost by it: the tab itself listens for the click.
 */
export function quietEmptyLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.getAttribute('href')?.startsWith('javascript:') === true) event.preventDefault();
  });
}
