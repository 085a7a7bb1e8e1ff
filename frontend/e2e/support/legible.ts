import type { Page } from 'playwright-core';

/** Everything that the browser keeps for this page's origin in databases and that reads as text. */
export function legibleStorage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const promised = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no reason given'));
      });
    const texts: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await promised(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = await promised(database.transaction(store).objectStore(store).getAll());
        texts.push(
          JSON.stringify(rows, (_key, value: unknown) =>
            ArrayBuffer.isView(value) ? new TextDecoder('latin1').decode(value) : value,
          ),
        );
      }
      database.close();
    }
    return texts.join('\n');
  });
}
