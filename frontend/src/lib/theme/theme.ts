import { createStore } from 'zustand/vanilla';

export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'parley.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

export const themeStore = createStore<{ choice: ThemeChoice }>(() => ({ choice: stored() }));

/** Keeps the choice, and shows it at once. `theme.js` does the same before the first paint. */
export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') {
    localStorage.removeItem(KEY);
  } else {
    localStorage.setItem(KEY, choice);
  }
  themeStore.setState({ choice });
  show();
}

/** Whether the app is dark now. */
export function isDark(): boolean {
  const { choice } = themeStore.getState();
  return choice === 'dark' || (choice === 'system' && system.matches);
}

/** Follows the system, and what other tabs choose. */
export function watchTheme(): void {
  show();
  system.addEventListener('change', show);
  window.addEventListener('storage', (event) => {
    if (event.key === KEY) {
      themeStore.setState({ choice: stored() });
      show();
    }
  });
}

function stored(): ThemeChoice {
  const choice = localStorage.getItem(KEY);
  return choice === 'light' || choice === 'dark' ? choice : 'system';
}

function show(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  const canvas = getComputedStyle(document.documentElement).getPropertyValue('--canvas');
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', canvas.trim());
}
