// Every text of the page around the phone. What the phone shows comes from the service alone.

export const TEXTS = {
  title: {
    fr: 'Simulateur de téléphone', ar: 'محاكي الهاتف', en: 'Phone simulator' },
  step1: {
    fr: 'Choisissez une caisse.', ar: 'اختاروا صندوقًا.', en: 'Choose a fund.' },
  step2: {
    fr: 'Appuyez sur la touche verte pour appeler.', ar: 'اضغطوا على الزر الأخضر للاتصال.',
    en: 'Press the green key to call.' },
  step3: {
    fr: 'Tapez votre réponse, puis OK.', ar: 'اكتبوا جوابكم ثم اضغطوا OK.',
    en: 'Type your answer, then press OK.' },
  steps: { fr: 'Comment faire', ar: 'طريقة الاستعمال', en: 'How it works' },
  language: { fr: 'Langue de la page', ar: 'لغة الصفحة', en: 'Language of the page' },
  settings: { fr: 'Appel', ar: 'المكالمة', en: 'Call' },
  fund: { fr: 'Caisse', ar: 'الصندوق', en: 'Fund' },
  serviceCode: { fr: 'Code', ar: 'الرمز', en: 'Code' },
  phoneNumber: { fr: 'Numéro de ce téléphone', ar: 'رقم هذا الهاتف', en: 'Number of this phone' },
  network: { fr: 'Opérateur', ar: 'المشغّل', en: 'Operator' },
  phone: { fr: 'Téléphone', ar: 'الهاتف', en: 'Phone' },
  screen: { fr: 'Écran du téléphone', ar: 'شاشة الهاتف', en: 'Phone screen' },
  keypad: { fr: 'Clavier', ar: 'لوحة المفاتيح', en: 'Keypad' },
  toDial: { fr: 'Code à composer', ar: 'الرمز المطلوب', en: 'Code to dial' },
  reply: { fr: 'Votre réponse', ar: 'جوابكم', en: 'Your answer' },
  call: { fr: 'Appeler', ar: 'اتصال', en: 'Call' },
  hangUp: { fr: 'Raccrocher', ar: 'إنهاء المكالمة', en: 'Hang up' },
  send: { fr: 'OK, envoyer', ar: 'OK، إرسال', en: 'OK, send' },
  clear: { fr: 'C, effacer', ar: 'C، مسح', en: 'C, clear' },
  redial: { fr: 'Rappeler', ar: 'إعادة الاتصال', en: 'Dial again' },
  drop: { fr: 'Couper la ligne', ar: 'قطع الخط', en: 'Drop the session' },
  dropHint: {
    fr: 'Couper la ligne : le réseau est perdu et le service n’en est pas averti. Raccrocher : il l’est.',
    ar: 'قطع الخط: تُفقد الشبكة دون إخطار الخدمة. إنهاء المكالمة: تُخطَر الخدمة بذلك.',
    en: 'Drop the session: the network is lost and the service is not told. Hang up: it is told.' },
  keys: {
    fr: 'Au clavier : chiffres, Entrée pour envoyer, Échap pour raccrocher.',
    ar: 'بلوحة مفاتيح الحاسوب: الأرقام، Enter للإرسال، Esc لإنهاء المكالمة.',
    en: 'On your keyboard: digits, Enter to send, Escape to hang up.' },
  idle: { fr: 'Prêt à appeler', ar: 'جاهز للاتصال', en: 'Ready to call' },
  dialling: { fr: 'Code USSD en cours…', ar: 'جارٍ تنفيذ رمز USSD…', en: 'Running USSD code…' },
  open: { fr: 'Ouverte (CON)', ar: 'مفتوحة (CON)', en: 'Open (CON)' },
  ended: { fr: 'Terminée (END)', ar: 'منتهية (END)', en: 'Ended (END)' },
  hungUp: { fr: 'Vous avez raccroché', ar: 'أنهيتم المكالمة', en: 'You hung up' },
  dropped: { fr: 'Ligne coupée', ar: 'انقطع الخط', en: 'Line dropped' },
  failed: {
    fr: 'Problème de connexion ou code IHM non valide.', ar: 'مشكلة في الاتصال أو رمز غير صالح.',
    en: 'Connection problem or invalid MMI code.' },
  failedState: { fr: 'Échec', ar: 'فشل', en: 'Failed' },
  failedWhy: {
    fr: 'Le service n’a pas répondu comme le réseau l’attend : {0}', ar: 'لم تُجب الخدمة كما تنتظر الشبكة: {0}',
    en: 'The service did not answer as the network expects: {0}' },
  exceeded: {
    fr: 'Écran trop long : {0} sur {1}. Un téléphone coupe ici.', ar: 'الشاشة أطول من الحد: {0} من {1}. الهاتف يقطع النص هنا.',
    en: 'Screen too long: {0} of {1}. A phone cuts it here.' },
  slow: {
    fr: 'Plus de {0} s : un opérateur aurait fermé la session.', ar: 'أكثر من {0} ثانية: كان المشغّل سيغلق الجلسة.',
    en: 'More than {0} s: an operator would have closed the session.' },
  length: { fr: 'Longueur', ar: 'الطول', en: 'Length' },
  duration: { fr: 'Durée', ar: 'المدة', en: 'Time' },
  state: { fr: 'Session', ar: 'الجلسة', en: 'Session' },
  instruments: { fr: 'Instruments', ar: 'أدوات القياس', en: 'Instruments' },
  latency: { fr: 'Réponse', ar: 'زمن الجواب', en: 'Reply' },
  play: { fr: 'Jouer la suite', ar: 'تشغيل التالي', en: 'Play what comes next' },
  playFirst: {
    fr: 'Appelle, puis tape les réponses de la personne ouverte ci-contre, une par une.',
    ar: 'يتصل، ثم يكتب أجوبة الشخص المفتوحة بطاقته، واحدًا واحدًا.',
    en: 'Dials, then types the answers of the person whose card is open, one by one.' },
  playOn: { fr: 'Rappeler pour la suite', ar: 'إعادة الاتصال للمتابعة', en: 'Dial again for what follows' },
  playOver: {
    fr: 'Toutes les réponses de cette personne ont été jouées.', ar: 'انتهت أجوبة هذا الشخص.',
    en: 'All answers of this person have been played.' },
  playNothing: {
    fr: 'Cette personne n’a pas de réponse ici : répondez vous-même.', ar: 'لا جواب لهذا الشخص هنا: أجيبوا بأنفسكم.',
    en: 'This person has no answer here: answer yourself.' },
  turnPage: { fr: 'Page suivante', ar: 'الصفحة التالية', en: 'Next page' },
  goOn: { fr: 'Continuer', ar: 'متابعة', en: 'Go on' },
  codeReceived: { fr: 'Code reçu', ar: 'الرمز المستلم', en: 'Code received' },
  journal: { fr: 'Requêtes et réponses', ar: 'الطلبات والأجوبة', en: 'Requests and replies' },
  noRequests: {
    fr: 'Chaque requête de la passerelle s’affichera ici, avec sa réponse et sa durée.',
    ar: 'سيظهر هنا كل طلب من البوابة مع جوابه ومدته.',
    en: 'Each request of the gateway will appear here, with its reply and how long it took.' },
  dialled: { fr: '(appel)', ar: '(اتصال)', en: '(call)' },
  forget: { fr: 'Effacer', ar: 'مسح', en: 'Clear' },
  inbox: { fr: 'Messages envoyés', ar: 'الرسائل المرسلة', en: 'Messages sent' },
  noMessages: {
    fr: 'Aucun message. Les SMS et les courriels du service s’afficheront ici.',
    ar: 'لا رسائل. ستظهر هنا الرسائل القصيرة ورسائل البريد من الخدمة.',
    en: 'No message. SMS and e-mails from the service will appear here.' },
  address: { fr: 'Destinataire', ar: 'المرسل إليه', en: 'Recipient' },
  channel: { fr: 'Canal', ar: 'القناة', en: 'Channel' },
  everybody: { fr: 'Tous', ar: 'الكل', en: 'Everybody' },
  everyChannel: { fr: 'Tous', ar: 'الكل', en: 'All' },
  waitingMessage: { fr: 'en attente', ar: 'قيد الانتظار', en: 'waiting' },
  failedMessage: { fr: 'non remis', ar: 'لم تُسلَّم', en: 'not delivered' },
  expiredMessage: { fr: 'expiré', ar: 'انتهت صلاحيتها', en: 'expired' },
  sms: { fr: 'SMS', ar: 'رسالة قصيرة', en: 'SMS' },
  email: { fr: 'Courriel', ar: 'بريد إلكتروني', en: 'E-mail' },
  segments: { fr: 'segments : {0}', ar: 'الأجزاء: {0}', en: 'segments: {0}' },
  arrived: { fr: 'Nouveau message de {0} : {1}', ar: 'رسالة جديدة من {0}: {1}', en: 'New message from {0}: {1}' },
  process: { fr: 'Lancer le traitement maintenant', ar: 'تشغيل المعالجة الآن', en: 'Run the processing now' },
  processed: { fr: 'Dossiers traités : {0}', ar: 'الملفات المعالجة: {0}', en: 'Cases processed: {0}' },
  unreachable: {
    fr: 'Le serveur ne répond pas. Veuillez réessayer.', ar: 'الخادم لا يجيب. يُرجى إعادة المحاولة.',
    en: 'The server does not answer. Please try again.' },
  people: { fr: 'Personnes d’essai', ar: 'أشخاص للتجربة', en: 'Sample people' },
  peopleHint: {
    fr: 'Personnes inventées. Ouvrir une fiche prend son numéro ; « Saisir » place une réponse sur le téléphone.',
    ar: 'أشخاص غير حقيقيين. فتح البطاقة يأخذ رقمها، و«كتابة» تضع الجواب في الهاتف.',
    en: 'Invented people. Opening a card takes its number; “Type it” puts an answer on the phone.' },
  typeIt: { fr: 'Saisir', ar: 'كتابة', en: 'Type it' },
};

export const LANGUAGES = ['fr', 'ar', 'en'];

let current = 'fr';

export const language = () => current;

/** A text of the page, with {0}, {1} … filled in. */
export function text(key, ...values) {
  return TEXTS[key][current].replace(/\{(\d)\}/g, (_, index) => values[index]);
}

/** A text that came from the server in every language. */
export const localized = texts => texts[current];

/** Turns the page into a language: its direction, and every element that names a text. */
export function speak(code) {
  current = code;
  document.documentElement.lang = code;
  document.documentElement.dir = code === 'ar' ? 'rtl' : 'ltr';
  document.title = `${text('title')} · ChatChannels`;
  for (const element of document.querySelectorAll('[data-text]'))
    element.textContent = text(element.dataset.text);
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', text(element.dataset.label));
}
