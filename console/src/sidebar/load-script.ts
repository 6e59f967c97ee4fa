const loading = new Map<string, Promise<void>>();

/** Puts a script into the page, once. One that cannot be had leaves nothing behind: whoever needs it will see. */
export function loadScript(address: string): Promise<void> {
  const known = loading.get(address);
  if (known !== undefined) return known;
  const loaded = new Promise<void>((resolve) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      loading.delete(address);
      script.remove();
      resolve();
    };
    document.head.append(script);
  });
  loading.set(address, loaded);
  return loaded;
}
