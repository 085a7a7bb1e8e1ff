import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './locales/en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    /** A missing text is a defect of the build, not something for a person to see. */
    returnNull: false;
  }
}

/**
 * The languages of the app. Another one is a catalogue beside `en.json` and a line here that loads
 * it when it is wanted.
 */
const catalogues = { en };

/** Starts the catalogues, and tells the document its language and the direction it is written in. */
export function startI18n(preferred: readonly string[]) {
  const i18n = createInstance();
  void i18n.use(initReactI18next).init({
    resources: { en: { translation: catalogues.en } },
    lng: preferred.find((language) => language.slice(0, 2) in catalogues)?.slice(0, 2) ?? 'en',
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18n.language;
  document.documentElement.dir = i18n.dir();
  return i18n;
}
