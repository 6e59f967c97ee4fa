/** In a browser Enter and the space bar do what a touch does; the phone has no keyboard and needs none of this. */
export function answerToKeys(): void {
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if ((event.key !== 'Enter' && event.key !== ' ') || !(target instanceof HTMLElement)) return;
    if (!target.matches('[role=button], [role=switch], [role=radio], [role=checkbox]')) return;
    event.preventDefault();
    target.click();
  });
}
