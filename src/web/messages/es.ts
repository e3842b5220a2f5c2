import type { EnumValue } from '../../client/graphql.js';
import type { Amount } from '../language/formats.js';
import type { Messages } from './en.js';

type Preference = EnumValue<'Preference'>;

/** A round million is a noun and takes "de": "413 millones de filas", but "312 filas". */
function counted({ shown, form }: Amount, one: string, others: string): string {
  return `${shown} ${form === 'many' ? 'de ' : ''}${form === 'one' ? one : others}`;
}

const uses: Messages['uses'] = {
  TEXT_AND_DATA_MINING: {
    name: 'Minería de textos y datos',
    to: 'a la minería de textos y datos',
    meaning: 'Cualquier análisis automático de obras en masa, incluido el entrenamiento de IA.',
  },
  TRAIN_AI: {
    name: 'Entrenamiento de IA',
    to: 'al entrenamiento de IA',
    meaning: 'Enseñar con la obra a cualquier modelo de IA, cree o no obras nuevas.',
  },
  TRAIN_GENERATIVE_AI: {
    name: 'Entrenamiento de IA generativa',
    to: 'al entrenamiento de IA generativa',
    meaning: 'Enseñar a modelos que crean imágenes, textos o sonidos nuevos.',
  },
  AI_INFERENCE: {
    name: 'Material de consulta para IA',
    to: 'al uso como material de consulta para IA',
    meaning:
      'Dar la obra a un modelo ya terminado, por ejemplo para que la describa o responda a partir de ella.',
  },
  SEARCH: {
    name: 'Búsqueda',
    to: 'a la búsqueda',
    meaning: 'Listar la obra para que la gente la encuentre y llegue al lugar donde está.',
  },
};

const reasons: Messages['reasons'] = {
  decides: 'Es la que decide.',
  'terms-offer-does-not-count':
    'Su no cuenta; la oferta con condiciones todavía no, porque falta la comprobación.',
  suspended: 'Está en suspenso: una disputa sobre ella se resolvió en sentido contrario.',
  superseded: 'La misma persona dijo algo más tarde sobre lo mismo.',
  outranked: 'La misma persona dijo algo más concreto.',
  'lifted-by-own-narrower-yes': 'La misma persona dijo que sí a este uso en particular.',
  'place-no-needs-verification':
    'Un no para una carpeta o un sitio cuenta cuando quien lo dio ha demostrado que el lugar es suyo.',
  'stricter-answer-stands': 'Vale la respuesta más estricta de otra persona.',
  expired: 'Ha caducado.',
  'yes-needs-verification': 'Un sí cuenta cuando quien lo dio ha demostrado que el lugar es suyo.',
  'yes-needs-review': 'Un sí por este motivo cuenta cuando una persona lo ha revisado.',
  'not-own-works': 'Un sí cuenta solo para obras que quien lo dio declaró como propias.',
  'host-cannot-allow': 'Quien solo aloja una obra no puede decir que sí por ella.',
  'person-depicted-cannot-allow': 'Quien aparece en una obra no puede decir que sí por ella.',
  'outer-only': 'Un sí no alcanza a una dirección que va dentro de otra.',
  'without-query-carries-no-yes': 'Un sí vale solo para la dirección exacta.',
  'md5-carries-no-yes': 'Un sí necesita una huella más fuerte que esta.',
  'match-needs-review': 'Un sí llega a una copia cuando una persona ha confirmado que es la misma obra.',
  'content-claimed-by-another': 'Otra persona dice que la obra misma es suya.',
  'below-policy': 'Se apoya en menos de lo que pedía la pregunta.',
  'silenced-by-own-no': 'La misma persona también dice que no.',
  'narrower-than-question': 'Habla de un uso más concreto que el de la pregunta.',
};

const vias: Messages['vias'] = {
  exact: 'Trata exactamente de esta dirección.',
  'without-query': 'Trata de esta dirección sin lo que sigue al signo de interrogación.',
  folder: 'Trata de una carpeta que contiene esta dirección.',
  host: 'Trata del sitio entero.',
  content: 'Trata de la obra misma, esté donde esté.',
  md5: 'Trata de la obra misma, reconocida por una huella antigua.',
  matched: 'Trata de la obra misma, que se encontró en esta dirección.',
};

const addressRefusals: Messages['addressRefusals'] = {
  empty: 'Escribe o pega una dirección web.',
  'not-a-url': 'Esto no parece una dirección web. Debería ser algo como example.com/dibujos/zorro.jpg.',
  'not-http': 'Solo se puede responder por direcciones que empiezan por http o https.',
  'no-host': 'La dirección no nombra ningún sitio. Debería ser algo como example.com/dibujos/zorro.jpg.',
  'has-query': 'La dirección de una carpeta no puede llevar un signo de interrogación.',
  'too-deep': 'Esta carpeta está demasiado adentro. Elige una más cercana a la portada.',
  'not-a-domain': 'Esto es más que el nombre de un sitio. Debería ser algo como example.com.',
  'has-user-info':
    'Esta dirección lleva un nombre o una contraseña delante de la @, y todo el mundo puede leer lo que escribes aquí. Quita esa parte.',
};

const limits: Messages['limits']['list'] = [
  {
    title: 'Sacar tu obra de un modelo entrenado',
    text: 'Lo que un modelo ha aprendido se queda en él. Ningún registro puede entrar a quitar una imagen, y no vamos a fingir que alguno pueda.',
  },
  {
    title: 'Obligar a una empresa a preguntar',
    text: 'Quien entrena un modelo decide si pregunta aquí antes. Algunas empresas no lo harán.',
    answer:
      'Un no público y con fecha. Donde la ley permite reservar derechos, como el artículo 4 de la directiva europea sobre derechos de autor, es una reserva que se puede encontrar y enseñar. Si basta, lo dirá un tribunal.',
  },
  {
    title: 'Mirar dentro de los modelos cerrados',
    text: 'La mayoría de las empresas no publica ninguna lista de lo que aprendieron sus modelos. Solo podemos buscar en lo que alguien publicó. Que tu obra no aparezca aquí no dice nada sobre los demás.',
  },
  {
    title: 'Buscar en todo lo que es público',
    text: 'Lo que tenemos es una parte de lo publicado. Cada resultado dice cuánto.',
    answer: 'La lista de conjuntos de datos, que da las filas que tenemos y las publicadas de cada uno.',
  },
  {
    title: 'Encontrar todas las copias',
    text: 'Una imagen reducida, reflejada, recortada o guardada de nuevo casi siempre se reconoce, y también un texto con pocos cambios. Una grabación se reconoce solo por el mismo sonido exacto: una copia con menos volumen, comprimida, cortada o más rápida puede no encontrarse, y cuenta como sin respuesta. Lo que se redibujó, se volvió a tocar o se contó de otro modo es para nosotros otra cosa, y donde nadie puede leer el archivo solo tenemos su dirección.',
    answer:
      'Registrar la obra misma: sus huellas se comparan con las filas nuevas según llegan. De una grabación, registra cada archivo que publiques. Un no para una carpeta o un sitio entero abarca todas sus direcciones. Si una dirección lleva la tuya dentro, como hacen los servicios que cambian el tamaño de las imágenes, se consulta bajo las dos.',
  },
  {
    title: 'Proteger un estilo',
    text: 'Assent habla de obras. Una manera, una voz o una forma de dibujar no se puede inscribir en este registro.',
  },
  {
    title: 'Saber con certeza quién hizo una obra',
    text: 'Demostrar que controlas un sitio dice quién eres. No dice qué imágenes de ese sitio son tuyas.',
    answer:
      'Cada respuesta dice en qué se apoya: la palabra de alguien, el control del lugar o la revisión de una persona. Cuando dos dicen que un lugar es suyo, lo mira un moderador, y mientras tanto vale la respuesta más estricta.',
  },
  {
    title: 'Deshacer un entrenamiento que ya ocurrió',
    text: 'Puedes retirar un sí cuando quieras. Deja de valer para lo que venga después; lo que se entrenó mientras valía, entrenado queda.',
  },
  {
    title: 'Mover dinero',
    text: 'Un precio que pongas significa no hasta que una empresa lo acepte. No cobramos ni pagamos nada.',
    answer:
      'Tus condiciones pueden llevar una licencia, una línea de crédito, la dirección de un precio y una forma de contactarte.',
  },
  {
    title: 'Probar con qué se entrenó un modelo',
    text: 'Se puede probar que alguien nos preguntó, y cuándo. Lo que hizo después no lo puede mostrar ningún registro nuestro.',
  },
  {
    title: 'Mantener en secreto una dirección',
    text: 'El libro de registro guarda una huella de la dirección, nunca tu nombre ni tu correo. Pero quien ya conoce una dirección puede calcular su huella y buscarla.',
    answer: 'La dirección legible que va junto al libro se puede borrar; la huella que está en él, no.',
  },
  {
    title: 'Parar a un rastreador en tu puerta',
    text: 'No bloqueamos nada. Un rastreador que nunca pregunta llega a tu sitio igual que antes.',
    answer:
      'Tu propio robots.txt y los bloqueos de tu servidor. Funcionan junto a una respuesta aquí: usa ambas cosas.',
  },
];

const ANSWERS: Readonly<Record<Preference, string>> = {
  ALLOW: 'Sí',
  DENY: 'No',
  CONDITIONAL: 'Sí, con condiciones,',
};

export const es: Messages = {
  tagline: 'El no también es una respuesta.',
  loading: 'Cargando…',
  more: 'Mostrar más',
  next: 'Continuar',
  offline:
    'No tienes conexión. Lo que ves puede estar anticuado, y nada de lo que hagas ahora llega al registro.',
  lostLeaves: (log, first, last) =>
    `Se han perdido las líneas ${first} a ${last} del libro anterior a este, ${log}. Alguna pudo ser un no, así que aquí no cuenta ningún sí; los noes conservados sí cuentan.`,
  notPermission: '«Nadie ha respondido» no es un permiso.',

  nav: {
    label: 'Principal',
    skip: 'Ir al contenido',
    menu: 'Menú',
    home: 'Assent, página de inicio',
    search: 'Buscar',
    ask: 'Consultar una dirección',
    sayNo: 'Decir no',
    desk: 'Mi mesa',
    moderation: 'Moderación',
    signIn: 'Entrar',
  },

  footer: {
    label: 'Más sobre Assent',
    language: 'Idioma',
    theme: 'Colores',
    themes: { device: 'Colores como en este dispositivo', light: 'Colores claros', dark: 'Colores oscuros' },
    log: (lines) => counted(lines, 'línea en el libro', 'líneas en el libro'),
    rules: (rules, addresses) => `reglas de decisión ${rules}, reglas de direcciones ${addresses}`,
  },

  home: {
    promise: {
      see: 'Mira dónde aparece tu obra en los datos abiertos con los que aprende la IA.',
      say: {
        before: 'Di ',
        no: 'no',
        comma: ', ',
        yes: 'sí',
        or: ', o ',
        terms: 'sí con tus condiciones',
        after: '.',
      },
      keep: 'Guarda la prueba.',
    },
    orPicture:
      'O suelta o pega aquí una de tus imágenes, o hazle una foto. También una canción o una página de texto.',
    honesty:
      'No podemos sacar tu obra de un modelo ya entrenado ni obligar a una empresa a preguntar. Inscribimos tu respuesta en un registro público que nadie puede cambiar a escondidas, y se la damos a todo el que pregunta.',
    find: 'Buscar mi obra',
    sayNo: 'Decir no ahora',
    demoTitle: 'Catálogo de muestra',
    demoNote:
      'Estas imágenes las dibujó este mismo programa para que haya algo que mirar. No son obra de ningún artista.',
    factsTitle: 'Antes de empezar',
    facts: [
      {
        title: 'Mirar no cuesta nada',
        text: 'Para buscar y consultar no hace falta cuenta. Las imágenes llegan por nuestro propio servidor, así que nadie más se entera de lo que buscaste.',
      },
      {
        title: 'El no de una imagen cuenta al instante',
        text: 'El no de una carpeta o de un sitio entero cuenta en cuanto demuestras que el lugar es tuyo.',
      },
      {
        title: 'El registro solo crece',
        text: 'Cada respuesta es una línea de un libro público. Las nuevas se ponen junto a las anteriores; ninguna se reescribe.',
      },
      {
        title: 'Callar no es decir sí',
        text: 'Donde nadie ha respondido, a quien pregunta se le dice exactamente eso, y que no es un permiso.',
      },
    ],
  },

  search: {
    title: 'Buscar mi obra',
    label: 'Un nombre, un título, unas palabras, una dirección web o un sitio',
    placeholder: 'zorro en acuarela',
    invitation:
      'Prueba con tu nombre tal como aparece bajo tus imágenes, con el título de una obra o con la dirección de tu propio sitio.',
    dataset: 'Conjunto de datos',
    allDatasets: 'Todos los conjuntos',
    sort: 'Orden',
    sorts: {
      relevance: 'Mejor coincidencia',
      newest: 'Lo último que llegó',
      aesthetic: 'Mayor puntuación',
      similarity: 'Pie que mejor encaja',
      size: 'Lo más grande',
    },
    narrow: (filters) => (filters === 0 ? 'Acotar y ordenar' : `Acotar y ordenar (${filters})`),
    toResults: 'A los resultados',
    narrowHint: 'Una fila que no diga lo que pides queda fuera.',
    apply: 'Mostrar estas',
    clear: 'Sin estos filtros',
    any: 'Cualquiera',
    size: 'Tamaño',
    sizes: {
      small: 'Pequeño, hasta 511 píxeles',
      medium: 'Mediano, hasta 1.023 píxeles',
      large: 'Grande, hasta 2.047 píxeles',
      'very-large': 'Muy grande',
    },
    ranges: {
      aesthetic: 'Puntuación de gusto',
      similarity: 'Encaje entre pie e imagen',
      watermark: 'Marca de agua, probabilidad',
      unsafe: 'No apta para mostrar, probabilidad',
    },
    range: {
      from: (least) => `${least} o más`,
      to: (most) => `${most} o menos`,
      between: (least, most) => `de ${least} a ${most}`,
    },
    domain: 'Sitio',
    licence: 'Licencia, como la nombra el conjunto',
    captionLanguage: 'Idioma, como lo nombra el conjunto',
    answer: 'Respuesta al entrenamiento de IA',
    answerHint: 'Se consulta para las primeras 10.000 filas encontradas.',
    wrongFilter: {
      title: 'Uno de los filtros de esta dirección no se puede leer.',
      nextStep: 'Busca sin filtros y elígelos de nuevo.',
    },
    foundBy: {
      'host-part': 'Ninguna fila contiene esta palabra. Los sitios de estas la llevan en su nombre.',
      spelling: 'Ninguna fila contiene estas palabras. Estas se escriben de forma parecida.',
    },
    alsoSearched: (typed, also) => `«${typed}» se buscó también como ${also}.`,
    ownNames: 'Alguien con cuenta aquí dice que firma con estos nombres.',
    meant: '¿Querías decir',
    hasUnseen: 'Hay más filas que las 10.000 cuyas respuestas se consultaron.',
    filtersSet: 'Hay filtros puestos; sin ellos puede haber más.',
    hits: (hits, about) => `${about ? 'Unas ' : ''}${counted(hits, 'fila encontrada', 'filas encontradas')}.`,
    estimated: 'Se encontraron tantas filas que estos números son estimaciones.',
    bySite: 'Por sitio',
    byDataset: 'Por conjunto',
    bySize: 'Por tamaño',
    byScore: 'Por puntuación',
    noSize: (rows) => `${counted(rows, 'fila no tiene', 'filas no tienen')} tamaño.`,
    noScore: (rows) => `${counted(rows, 'fila no tiene', 'filas no tienen')} puntuación.`,
    save: 'Guardar lo encontrado:',
    chooseSeveral: 'Elegir varias',
    chosen: (entries) => counted(entries, 'dirección elegida', 'direcciones elegidas'),
    sayNoToChosen: 'Decir no a estas',
    chooseNone: 'No elegir ninguna',
    saveHint:
      'Las primeras 10.000 filas, con la respuesta de hoy al entrenamiento de IA. Donde nadie ha respondido, eso no es permiso.',
    help: 'Cómo buscar',
    helpRows: [
      ['"barco rojo"', 'estas palabras juntas'],
      ['barco -cartel', 'sin una palabra'],
      ['acuar*', 'palabras que empiezan así'],
      ['taza OR vaso', 'una u otra'],
      ['autor:quill', 'un autor'],
      ['sitio:example.com', 'un sitio'],
      ['url:retratos', 'parte de una dirección'],
    ],
    problems: {
      'unclosed-quote': { title: 'Una frase no tiene fin.', nextStep: 'Ciérrala con comillas.' },
      'missing-value': {
        title: 'No hay nada detrás de los dos puntos.',
        nextStep: 'Escríbelo como autor:quill, o pon la palabra entre comillas.',
      },
      'misplaced-star': {
        title: 'Un asterisco solo va al final de una palabra.',
        nextStep: 'Escríbelo como acuar*, o pon la palabra entre comillas.',
      },
      'short-prefix': {
        title: 'El comienzo de palabra es demasiado corto.',
        nextStep: 'Pon al menos 3 letras antes del asterisco.',
      },
      'short-part': {
        title: 'La parte de dirección es demasiado corta.',
        nextStep: 'Pon al menos 3 letras o cifras.',
      },
      'not-a-domain': {
        title: 'Esto no es el nombre de un sitio.',
        nextStep: 'Escríbelo como sitio:example.com.',
      },
      'lone-or': {
        title: 'OR necesita algo a ambos lados.',
        nextStep: 'Añade una palabra, o pon "OR" entre comillas para buscarlo.',
      },
      'excluded-or': {
        title: 'OR no puede unir lo que se excluye.',
        nextStep: 'Excluye cada cosa por sí sola: -taza -cartel.',
      },
      'mixed-or': {
        title: 'OR no puede unir palabras con sitios o direcciones.',
        nextStep: 'Une palabras con palabras y sitios con sitios.',
      },
      'too-long': { title: 'La búsqueda es demasiado larga.', nextStep: 'Usa como mucho 1.000 caracteres.' },
      'too-many': {
        title: 'La búsqueda pide demasiadas palabras.',
        nextStep: 'Usa como mucho 32; pocas palabras raras encuentran más.',
      },
    },
    readAs: {
      url: 'Se muestran las filas cuya dirección empieza como esta.',
      host: 'Se muestran las filas de este sitio.',
    },
    asWords: 'Buscarlo mejor en los pies de imagen',
    more: 'Mostrar más',
    end: 'Eso es todo lo que se encontró.',
    longest:
      'Estas son las primeras 960. Acota la búsqueda para ver otras, o guarda lo encontrado en un archivo.',
    nothing: 'No hay nada en lo que podemos buscar',
    nothingMeans:
      'Eso no significa que ninguna IA haya aprendido de tu obra. Puedes dejar tu no en el registro de todos modos: valdrá para lo que venga.',
    sayNoAnyway: 'Decir no de todos modos',
    byPicture: 'Buscar con una imagen',
  },

  pictureSearch: {
    title: 'Buscar una imagen',
    choose: 'Elegir una imagen',
    dropOrPaste: 'También puedes soltarla aquí o pegarla.',
    notKept: 'Se usa para esta búsqueda y no se guarda. JPEG, PNG, WebP, GIF o AVIF, hasta 10 MB.',
    address: 'O la dirección de una imagen',
    find: 'Buscarla',
    beside: 'Palabras que la acompañen, si quieres',
    besideHint:
      'Un título, un nombre, lo que muestra. Entonces también se buscan filas por esas palabras, y todo lo encontrado forma una sola lista que dice por qué está cada fila.',
    meaningToo: 'Buscar también lo que significa lo mismo',
    again: 'Buscar con esto',
    yours: 'Tu imagen',
    byWords: 'Buscar mejor con palabras',
    likeThis: 'Buscar esta imagen en otros sitios',
    found: (matches) =>
      counted(matches, 'fila la muestra, o puede que sí', 'filas la muestran, o puede que sí'),
    searched: (looked, held) =>
      `Comparada con ${counted(looked, 'imagen', 'imágenes')} de ${counted(held, 'fila', 'filas')}; las demás no las ha mirado nadie todavía.`,
    searchedAll: (looked) =>
      `Comparada con ${counted(looked, 'imagen', 'imágenes')}, todas las que hay aquí.`,
    isPlain:
      'Tu imagen dice poco: es pequeña o tiene pocos detalles. Muchas se le parecen, así que míralas bien.',
    likeness: {
      SAME_FILE: 'El mismo archivo',
      SAME_PICTURE: 'La misma imagen',
      PROBABLY_SAME: 'Probablemente la misma',
      SIMILAR: 'Parecida',
    },
    distance: (bits) => `difieren ${bits} de 256 bits`,
    parts: (alike, compared) => `${alike} de ${compared} partes se parecen`,
    orientations: {
      MIRRORED: 'reflejada',
      TURNED_90: 'girada 90°',
      TURNED_180: 'girada 180°',
      TURNED_270: 'girada 270°',
      MIRRORED_TURNED_90: 'reflejada y girada 90°',
      MIRRORED_TURNED_180: 'cabeza abajo',
      MIRRORED_TURNED_270: 'reflejada y girada 270°',
    },
    limits: 'Qué puede decir una búsqueda y qué no',
    mineTitle: '¿Es tuyo?',
    mineMeans:
      'Entonces di no, sí, o sí con tus condiciones. Tu respuesta vale dondequiera que se encuentre una copia, sin dirección web.',
    notSearched: {
      AUDIO: 'Aquí no se pueden buscar canciones. Lo que es tuyo se busca en cuanto respondes.',
      TEXT: 'Aquí no se pueden buscar archivos de texto. Lo que es tuyo se busca en cuanto respondes.',
    },
    another: 'Otro archivo, o palabras que lo acompañen',
  },

  searched: {
    of: (held, published, share) =>
      `Se buscó en ${held.shown} de ${counted(published, 'fila', 'filas')}, el ${share}.`,
    ofUnknown: (held) => `Se buscó en ${counted(held, 'fila', 'filas')}.`,
    closedModels:
      'Los modelos cerrados no publican ninguna lista de lo que aprendieron, así que nadie puede buscar en ellos.',
  },

  fused: {
    together: 'Buscar a la vez por palabras y por significado',
    onlyWords: 'Buscar solo por palabras',
    words: 'Tiene las palabras',
    meaning: (near) => `Significa eso: ${near}`,
    meanings: {
      NEARLY_THE_SAME: (near) => `Casi la misma imagen: ${near}`,
      SIMILAR: (near) => `Parecida: ${near}`,
    },
    found: {
      WORDS: (rows) => `Por palabras: ${counted(rows, 'fila', 'filas')}.`,
      LIKENESS: (rows) => `Por parecido: ${counted(rows, 'fila', 'filas')}.`,
      MEANING_OF_WORDS: (rows) =>
        `Por lo que significan las palabras: ${counted(rows, 'fila más cercana', 'filas más cercanas')}.`,
      MEANING_OF_PICTURE: (rows) =>
        `Por lo que significa la imagen: ${counted(rows, 'fila más cercana', 'filas más cercanas')}.`,
    },
    closed: {
      WORDS: 'No por palabras.',
      LIKENESS: 'No por parecido.',
      MEANING_OF_WORDS:
        'No por significado: aquí no trabaja ningún modelo, o ninguna fila tiene un vector suyo.',
      MEANING_OF_PICTURE:
        'No por significado: aquí no trabaja ningún modelo, o ninguna fila tiene un vector suyo.',
    },
    looked: (candidates, read, missed, left) =>
      `Nadie había mirado ${candidates.shown} de las mejores candidatas: ahora se miraron ${read.shown}, ${missed.shown} no se pudieron obtener y no hubo tiempo para ${left.shown}.`,
    similar: 'Como esta',
    similarHint:
      'Por cómo se ven las imágenes y lo que significan, hasta donde una máquina puede decirlo. Nada de ello dice quién las hizo ni quién sale en ellas.',
  },

  histogram: {
    highest: (rows) => `La columna más alta representa ${counted(rows, 'fila', 'filas')}.`,
  },

  safety: {
    show: 'Mostrarlo todo en esta visita',
    hint: 'También se listan las filas que su conjunto de datos considera no aptas, y no se desenfoca ninguna imagen.',
    leftOut: 'No se han buscado las filas que su conjunto de datos considera no aptas.',
    matchesHidden: (matches) =>
      `${counted(matches, 'coincidencia más está', 'coincidencias más están')} en filas que su conjunto de datos considera no aptas.`,
  },

  picture: {
    gone: 'La imagen ya no está en su dirección.',
    unsafe: 'Su conjunto de datos la considera no apta.',
    reported: 'Alguien denunció esta imagen y nadie la ha mirado todavía.',
    unrated: 'Sin calificar: toca para verla',
    noneShown: 'Este registro no muestra imágenes.',
    unveil: 'Mostrarla',
  },

  entry: {
    mine: 'Esto es mío',
    choose: 'Elegir',
    noCaption: 'Sin pie de imagen',
    wholeCaption: 'El pie de imagen completo',
    isAnother: (day) =>
      `Esta dirección muestra ahora otra imagen, no la que vio el conjunto de datos. La miramos el ${day}.`,
    pictureOf: (caption) => `Imagen con el pie: ${caption}`,
    answers: 'Respuestas',
    known: 'Lo que dice el conjunto de datos',
    address: 'Dirección',
    host: 'Sitio',
    author: 'Autoría, según consta',
    size: 'Tamaño en píxeles',
    language: 'Idioma del pie de imagen',
    licence: 'Licencia',
    aesthetic: 'Puntuación estética',
    similarity: 'Parecido entre imagen y pie',
    unsafe: 'Probable contenido delicado',
    watermark: 'Probable marca de agua',
  },

  decisions: {
    ALLOWED: 'Sí',
    DENIED: 'No',
    CONDITIONAL: 'Sí, con condiciones',
    UNKNOWN: 'Nadie ha respondido',
  },

  trainingAnswers: {
    ALLOWED: 'Sí al entrenamiento de IA',
    DENIED: 'No al entrenamiento de IA',
    CONDITIONAL: 'Entrenar IA, con condiciones',
  },

  preferences: {
    ALLOW: 'Sí',
    DENY: 'No',
    CONDITIONAL: 'Sí con mis condiciones',
  },

  sentence: (preference, use) => `${ANSWERS[preference]} ${uses[use].to}`,

  uses,
  reasons,
  vias,
  addressRefusals,

  assurances: {
    ASSERTED: 'nos lo dijeron',
    VERIFIED: 'controlan el lugar',
    REVIEWED: 'lo revisó una persona',
  },

  grades: {
    ASSERTED: () => 'nos lo dijiste',
    VERIFIED: (place) => `controlas ${place}`,
    REVIEWED: () => 'lo revisó una persona',
  },

  claimEnds: {
    OPEN: undefined,
    ACTIVE: undefined,
    DISPUTED: undefined,
    REJECTED: 'Rechazado por un moderador',
    WITHDRAWN: 'Retirado',
    LAPSED: 'Caducado',
  },

  kinds: {
    URL: 'Una sola dirección',
    PATH: 'Una carpeta y todo lo que contiene',
    DOMAIN: 'Un sitio entero',
    CONTENT: 'La obra misma, esté donde esté',
    ACCOUNT: 'Todo lo de una persona',
  },

  capacities: {
    AUTHOR: 'La obra es mía: la hice yo',
    RIGHTSHOLDER: 'Tengo los derechos',
    AGENT: 'Represento a quien la hizo',
    HEIR: 'Heredé los derechos',
    PERSON_DEPICTED: 'Aparezco en ella',
    HOST: 'Llevo el sitio donde está',
  },

  capacityPhrases: {
    AUTHOR: 'por autoría',
    RIGHTSHOLDER: 'por tener los derechos',
    AGENT: 'en representación de quien la hizo',
    HEIR: 'por herencia',
    PERSON_DEPICTED: 'por aparecer en ella',
    HOST: 'por alojarla',
  },

  basisNames: {
    OWN_RIGHT: 'Derecho propio',
    MANDATE: 'Encargo',
    PUBLIC_DOMAIN: 'Dominio público',
    CC0: 'CC0',
  },

  bases: {
    OWN_RIGHT: 'Los derechos son míos',
    MANDATE: 'Tengo el encargo de quien los tiene',
    PUBLIC_DOMAIN: 'La obra es de dominio público',
    CC0: 'La obra se cedió con CC0',
  },

  terms: {
    credit: 'Línea de crédito',
    licenceUrl: 'Dirección de la licencia',
    feeUrl: 'Dirección del precio',
    contact: 'Cómo contactarte (será público)',
  },

  roles: {
    ARTIST: 'Artista',
    BUILDER: 'Creación de conjuntos de datos',
    MODERATOR: 'Moderación',
    ADMIN: 'Administración',
  },

  whoSees: {
    everyone: 'Lo ve todo el mundo',
    everyoneList: [
      'La dirección por la que respondes',
      'Tu respuesta y tus condiciones',
      'El día',
      'Un seudónimo al azar',
    ],
    private: 'Solo lo ves tú y quien modera',
    privateList: ['Tu correo electrónico', 'Las pruebas que envíes'],
    everyoneOfWork: [
      'Huellas de la obra',
      'Tu respuesta y tus condiciones',
      'El día',
      'Un seudónimo al azar',
    ],
    privateOfWork: ['Su título', 'Tu correo electrónico', 'Las pruebas que envíes'],
  },

  sayNo: {
    tab: 'Decir no',
    stepOf: (step) => `Paso ${step} de 3`,
    placeTitle: '¿Qué es tuyo?',
    address: 'Dirección web de la obra, la carpeta o el sitio',
    addressHint:
      'Cópiala de la barra de direcciones o de la propia imagen. Por ejemplo, example.com/dibujos/zorro.jpg',
    scope: '¿De qué trata tu respuesta?',
    scopes: {
      URL: { label: 'Esta única dirección', counts: 'Un no cuenta al instante.' },
      PATH: {
        label: 'Esta carpeta y todo lo que contiene',
        counts: 'Cuenta cuando demuestras que la carpeta es tuya.',
      },
      DOMAIN: { label: 'El sitio entero', counts: 'Cuenta cuando demuestras que el sitio es tuyo.' },
    },
    answerTitle: '¿Se puede entrenar IA con esto?',
    capacity: 'Respondes porque',
    means: {
      DENY: 'Nadie puede entrenar un modelo de IA con esto. Un toque; no hay que rellenar nada más.',
      ALLOW: 'Cualquiera puede entrenar IA con esto, hasta que cambies tu respuesta.',
      CONDITIONAL: 'No, salvo que cumplan las condiciones que pongas a continuación.',
    },
    moreChoices: 'Más opciones: una respuesta para cada uso',
    suggested: 'Abajo ya está elegido lo que dice tu archivo. Nada se dice hasta que lo des.',
    noAnswer: 'Sin respuesta',
    allYours: 'Todo lo que has registrado o reclamado, y lo que vendrá',
    chooseOne: 'Elige una respuesta para al menos un uso.',
    fingerprint: 'Su huella (SHA-256)',
    giveThese: 'Dar estas respuestas',
    signInTitle: 'Para que solo tú puedas cambiarla',
    signInWhy:
      'Detrás de tu respuesta tiene que haber alguien. Basta un correo electrónico, que nunca se muestra.',
    record: 'Inscribir mi respuesta',
    recordNo: 'Inscribir mi no',
    changeAddress: 'Cambiar la dirección',
    mailCarries:
      'Escribe aquí el código que contiene o abre el enlace en cualquier dispositivo: tu respuesta va con él.',
    mailOlder:
      'Escribe aquí el código que contiene. Su enlace no conoce esta respuesta; pide un código nuevo para que vaya con él.',
    mailWithout:
      'Escribe aquí el código que contiene. El enlace solo sirve para entrar, porque esta respuesta es demasiado larga para ir con él.',
    elsewhere: 'Esta respuesta acaba de quedar inscrita.',
    elsewhereMine: 'Lo hiciste con el enlace del correo. Aquí no queda nada por hacer.',
    elsewherePerhaps:
      'Si fuiste tú, con el enlace del correo, ya está todo hecho y puedes cerrar esta página. Si no, escribe aquí el código.',
  },

  carried: {
    title: 'Entra e inscribe tu respuesta',
    why: 'Esta respuesta vino con el enlace de tu correo. No se inscribe nada hasta que pulses el botón.',
    record: 'Entrar e inscribir esta respuesta',
    recordNo: 'Entrar e inscribir mi no',
    lastDay: 'Último día',
    notYours:
      '¿No es tu respuesta? Entonces otra persona pidió el correo, y puedes cerrar esta página sin más.',
    without: 'Entrar sin inscribirla',
    goOn: 'Seguir con esta respuesta',
    change: 'Cambiar la respuesta',
    lost: 'La respuesta que va con este enlace no llegó entera.',
    lostMeans:
      'Algunos programas de correo cortan los enlaces largos. Vuelve a la página donde diste la respuesta y escribe allí el código del mismo correo. O entra aquí y dala otra vez.',
  },

  preview: {
    title: 'Lo que esto decidiría',
    each: '¿Qué decidiría cada respuesta?',
    nothing:
      'Hoy no alcanza ninguna fila de los conjuntos de datos de aquí. Vale para las que lleguen, y para quien pregunte por la dirección.',
    entries: (rows, isAtLeast) =>
      `${isAtLeast ? 'al menos ' : ''}${counted(rows, 'fila conocida', 'filas conocidas')}`,
    onceShown: 'Cuando demuestres que es tuyo:',
    unchanged: 'Nada se respondería de otra forma que ahora.',
    turn: (rows, from, to, use, isEstimate) =>
      `${isEstimate ? 'unas ' : ''}${counted(rows, 'pasaría', 'pasarían')} de «${from}» a «${to}» (${use})`,
    estimated: (rows) => `Estimado a partir de ${counted(rows, 'fila', 'filas')}.`,
    ofFile:
      'El registro público muestra huellas de tu archivo, nunca el archivo. Sus copias se buscan en cuanto se registra tu respuesta, y otra vez cada vez que llegan filas nuevas.',
    limits: 'No se cuentan las copias que nadie ha encontrado aún. Nada se guarda hasta que respondas.',
  },

  conditions: {
    title: 'Antes de decir sí',
    warning:
      'Assent no mueve dinero. Un precio significa no hasta que una empresa lo acepte. Puedes detener el uso futuro, no el entrenamiento pasado.',
    needsProof:
      'Hasta que demuestres que el lugar es tuyo, tu sí todavía no cuenta. El paso siguiente viene justo después: demostrarlo.',
    needsProofOfWork:
      'Tu sí todavía no cuenta. El paso siguiente viene justo después: muestra que la obra es tuya, y una persona lo mira.',
    needsProofEach:
      'Tu sí todavía no cuenta para lo que no esté demostrado. El paso siguiente: demuestra un sitio, una carpeta o un perfil, o añade pruebas a una obra.',
    terms: 'Condiciones',
    termsHint: 'Rellena al menos una. Las condiciones son públicas.',
    ownWorks: 'Son obras mías',
    ownWorksHint: 'Un sí cuenta solo para obras que declaras como propias.',
    basis: 'Puedes decir sí porque',
    basisHint: 'Las dos últimas necesitan la revisión de una persona.',
    lastDay: 'Último día (puede quedar vacío)',
    lastDayHint: 'Después, tu sí termina por sí solo.',
  },

  done: {
    tab: 'En el registro',
    over: 'Hecho',
    titleNo: 'Tu no está en el registro.',
    title: 'Tu respuesta está en el registro.',
    countsNow: 'Ya cuenta.',
    countsNowMeans: 'Desde este momento, a todo el que pregunte por esta dirección se le da tu respuesta.',
    countsNowForWork:
      'Vale para esta obra dondequiera que se encuentre una copia. No tienes que conocer las direcciones, ni nadie tiene que reclamarlas.',
    countsNowForAll:
      'Vale para todo lo que has registrado o reclamado, y para lo que añadas después. Lo que digas de un lugar o de una obra va primero.',
    countsLaterForAll:
      'Tu sí todavía no cuenta: no has demostrado que nada sea tuyo. El paso siguiente: demuestra un sitio, una carpeta o un perfil, o añade pruebas a una obra.',
    proveSome: 'El paso siguiente: ve a tu mesa y demuestra un lugar o añade pruebas a una obra.',
    proveEach: 'Lo que demuestres la hace más fuerte allí. En tu mesa está la lista de lo tuyo.',
    countsLater: 'Todavía no cuenta.',
    countsPartly: 'Tu no ya cuenta; tu sí, todavía no.',
    countsLaterNo:
      'Un no para una carpeta o un sitio cuenta cuando demuestras que el lugar es tuyo. Basta un pequeño archivo.',
    countsLaterTerms:
      'Tus condiciones no cuentan hasta que demuestres que el lugar es tuyo. Hasta entonces tu respuesta es un no, y ese ya cuenta.',
    countsLaterTermsOfWork:
      'Tus condiciones no cuentan hasta que una persona haya mirado cómo muestras que la obra es tuya. Hasta entonces tu respuesta es un no, y ese ya cuenta.',
    countsLaterYesOfWork:
      'Tu sí no cuenta hasta que una persona haya mirado cómo muestras que la obra es tuya. Hasta entonces nadie puede apoyarse en él.',
    countsLaterYes:
      'Tu sí no cuenta hasta que demuestres que el lugar es tuyo. Hasta entonces nadie puede apoyarse en él.',
    proveNeeded: 'El siguiente paso: demostrar que el lugar es tuyo.',
    proveStronger: 'Se apoya en tu palabra. Si el lugar es tuyo, demostrarlo da más fuerza a tu respuesta.',
    prove: 'Demostrar que es mío',
    record: 'Lo que quedó inscrito',
    added: (uses) =>
      `Quedó inscrito también, porque antes habías dado más: ${uses}. Si no, aquello seguiría valiendo.`,
    smaller: 'Has dicho que sí a algo que está dentro, y eso sigue valiendo.',
    smallerMeans:
      'Vale primero la respuesta para el lugar más pequeño. Si también ahí quieres decir que no, retira estas en tu mesa o responde otra vez por ellas.',
    smallerMore: 'Puede haber más. En tu mesa están todas tus respuestas.',
    another: 'Responder por otra cosa',
    toDesk: 'Ir a mi mesa',
  },

  providers: {
    title: 'O entra con',
    why: 'Sales de esta página a la suya y vuelves con la sesión iniciada. Allí sabrán que estuviste aquí.',
    linkTitle: 'Entrar también con otro servicio',
    linkWhy:
      'Así podrás entrar también por él. Un servicio que aloja tu perfil puede mostrar que el perfil es tuyo.',
    with: (name) => `Continuar con ${name}`,
    link: (name) => `Vincular ${name}`,
    refused: 'No ha funcionado. Empieza otra vez aquí, o elige otra forma de entrar.',
  },

  signIn: {
    title: 'Entrar',
    why: 'Con una cuenta, tus respuestas siguen en tus manos. Para buscar y consultar no hace falta.',
    needed: 'Esta página trata de tus propias respuestas. Entra para verla.',
    email: 'Correo electrónico',
    emailPrivate: 'Solo lo ves tú y quien modera.',
    mailHint:
      'Te enviamos un enlace y un código. No hace falta contraseña; la primera vez se crea una cuenta.',
    sendMail: 'Enviarme un código',
    sent: 'Hemos enviado un correo a',
    sentHint: 'Escribe aquí el código que contiene o abre el enlace en el dispositivo que quieras usar.',
    sentAgain: 'Hemos enviado un correo nuevo, y desde ahora solo vale ese, a',
    sendAgain: 'Enviar un código nuevo',
    code: 'Código del correo',
    useCode: 'Usar este código',
    otherAddress: 'Usar otro correo',
    byPassword: 'Mejor con contraseña',
    password: 'Contraseña',
    newPassword: 'Contraseña nueva',
    passwordHint:
      'Al menos 10 caracteres. Unas cuantas palabras sin relación son seguras y fáciles de recordar.',
    showPassword: 'Mostrar la contraseña',
    show: 'Mostrar',
    hide: 'Ocultar',
    enter: 'Entrar',
    forgotten: '¿Perdiste la contraseña?',
    makeAccount: 'Crear una cuenta',
    noAccountYet: 'Todavía no tengo cuenta',
    haveAccount: 'Ya tengo una cuenta',
    noMail:
      'Este registro no puede enviar correo. Eliges una contraseña y recibes códigos de recuperación por si la pierdes.',
    signedInAs: 'Has entrado como',
    linkTitle: 'Tu enlace para entrar',
    linkWhy: 'Pulsa una vez más, porque algunos programas de correo abren los enlaces por su cuenta.',
    linkConfirm: 'Entrar ahora',
    linkElsewhere:
      '¿Estabas a mitad de una respuesta en otra aplicación? Vuelve a ella y escribe allí el código del mismo correo.',
  },

  recoveryCodes: {
    section: 'Códigos de recuperación',
    title: 'Tus códigos de recuperación',
    why: 'Cada uno abre tu cuenta una vez si pierdes la contraseña. Solo se muestran ahora. Cópialos en un lugar seguro.',
    kept: 'Ya los guardé',
    left: (codes) =>
      `Te ${codes.form === 'one' ? 'queda' : 'quedan'} ${counted(codes, 'código', 'códigos')} sin usar.`,
    renewTitle: 'Crear códigos nuevos',
    renewMeans: 'Los anteriores dejan de funcionar.',
    renew: 'Crear nuevos códigos de recuperación',
  },

  secondStep: {
    title: 'Segundo paso',
    why: 'Con una aplicación de autenticación en tu teléfono, para entrar hace falta también un código que solo ella muestra. Quien se haga con tu contraseña o tu correo seguirá sin poder entrar.',
    on: (day) =>
      `Desde el ${day}, para entrar hace falta también un código de tu aplicación de autenticación.`,
    code: 'Código de tu aplicación de autenticación',
    codeHint: 'Seis cifras; cambian cada medio minuto.',
    recoveryCode: 'Uno de tus códigos de recuperación',
    recoveryHint: 'Sirve una vez, en lugar de la aplicación.',
    useRecoveryCode: 'No tengo la aplicación a mano',
    useApp: 'Usar la aplicación',
    give: 'Seguir',
    cancel: 'No entrar',
    turnOnTitle: 'Usar una aplicación de autenticación',
    begin: 'Empezar',
    beginMeans:
      'Ten la aplicación a mano: sirve cualquiera que dé códigos de seis cifras. Nada cambia hasta que uno de sus códigos sea correcto.',
    scan: 'Escanea esto con la aplicación. Solo se muestra esta vez.',
    scanLabel: 'El secreto para tu aplicación de autenticación, como código para su cámara',
    openApp: 'La aplicación está en este dispositivo: ábrela',
    orType: 'O escribe en ella este secreto:',
    secret: 'Secreto',
    turnOn: 'Activarlo',
    turnOffTitle: 'Desactivarlo',
    turnOffMeans: 'Entonces la contraseña, el correo o el proveedor bastan otra vez para abrir tu cuenta.',
    turnOff: 'Desactivarlo',
    urge: 'Activa el segundo paso, por favor.',
    urgeWhy:
      'Decides sobre las obras de otras personas. Una contraseña o un correo en manos ajenas no debería bastar para hacerlo en tu nombre.',
  },

  recover: {
    title: 'Contraseña perdida',
    why: 'Uno de los códigos de recuperación que guardaste abre tu cuenta, y eliges una contraseña nueva.',
    orByMail: 'O entra con un código por correo y pon una contraseña nueva en la página de tu cuenta.',
    code: 'Código de recuperación',
    codeHint: 'Cada uno sirve una vez.',
    action: 'Poner la contraseña nueva',
  },

  confirm: {
    title: 'Confirma tu correo electrónico',
    why: 'Hace falta pulsar una vez, porque algunos programas de correo abren los enlaces por su cuenta.',
    action: 'Confirmarlo',
    done: 'Tu correo electrónico está confirmado.',
  },

  ask: {
    title: '¿Qué dice el registro de esta dirección?',
    address: 'Dirección web',
    addressHint: 'De una imagen, una página o un sitio. No hace falta cuenta.',
    submit: 'Consultar',
    seeAllowed: 'Ver todo lo permitido, o permitido con condiciones',
    invitation:
      'Verás la respuesta para cada uso, quién la dio, en qué se apoya, y qué declaraciones no contaron y por qué.',
    answers: 'La respuesta, uso por uso',
    readAs: 'Consultada como',
    notAnswered: 'Esto no se puede consultar.',
    decidedBy: 'Lo que decidió',
    notCounted: 'En el registro, pero no decisivo',
    notCountedMeans:
      'Nada se oculta: estas declaraciones también tratan de la dirección, y por esto no decidieron.',
    appliesTo: 'Afecta a:',
    madeAt: (moment, lines, rules) =>
      `Respuesta dada el ${moment} a partir de un libro de ${counted(lines, 'línea', 'líneas')}, con las reglas de decisión ${rules}.`,
    mine: 'Esto es mío: dar una respuesta',
  },

  build: {
    title: 'Para quien entrena modelos',
    lead: 'Pregunta antes de entrenar. Pruébalo aquí, llévate todas las respuestas o pregunta desde un programa.',
    check: 'Probar una consulta',
    addresses: 'Direcciones, una por línea',
    addressesHint: (most) =>
      `Hasta ${most.shown}, tal como están en tu tabla. Se consultan y no se apuntan en ningún sitio.`,
    file: 'Elegir una lista',
    fileHint: 'Texto, CSV o NDJSON. Se lee en este dispositivo; sus direcciones pasan al campo de arriba.',
    use: 'Uso',
    ask: 'Consultarlas',
    noAddress: 'Pega antes una dirección o elige una lista.',
    tooMany: (found, most) =>
      `Son ${found.shown} direcciones y esta página admite ${most.shown}. Para más, usa una de las órdenes de abajo.`,
    tooLarge: 'Este archivo es demasiado grande para esta página. Usa una de las órdenes de abajo.',
    noAnswer: 'No hay respuesta, y que no haya respuesta no es un permiso.',
    counted: (use, addresses) => `${use}: ${counted(addresses, 'dirección', 'direcciones')}`,
    answers: 'Respuestas, dirección por dirección',
    address: 'Dirección',
    answer: 'Respuesta',
    why: 'Por qué',
    line: (index) => `Línea ${index} del libro`,
    wholeAnswer: 'respuesta completa',
    wholeAnswerOf: (address) => `Respuesta completa sobre ${address}`,
    snapshot: 'Todas las respuestas, para llevar',
    snapshotWhy:
      'Una instantánea responde en tu propia máquina: nadie se entera de lo que consultas, y ningún archivo suyo que falte o haya cambiado se lee nunca como un permiso.',
    snapshotProblems: {
      none: 'Todavía no se ha hecho ninguna instantánea. El servidor hace una poco después de arrancar.',
      unread: 'No se ha podido leer la instantánea más reciente.',
      unverified:
        'Lo que se ha recibido no es lo que firmó el libro. No te fíes de ello. Si sigue así, avisa a quien lleva este registro.',
    },
    log: 'Libro',
    leaves: 'Líneas del libro',
    loggedAt: 'Última línea del',
    newestAt: 'La más reciente a',
    places: 'Lugares y obras',
    bytes: 'Bytes',
    licence: 'Licencia',
    wholeNotWhose:
      'Tu navegador ha comprobado que está entera y firmada con la clave de abajo. De quién es esa clave tiene que decírtelo una fuente de la que te fíes.',
    key: 'la clave del libro',
    files: (files) => counted(files, 'archivo', 'archivos'),
    fileList: 'Archivos de la instantánea',
    fileName: 'Archivo',
    fromProgram: 'Desde un programa',
    fromProgramWhy:
      'Listo para pegar, con este registro. Solo ALLOWED es un permiso; una orden que no puede responder termina con 3.',
    examples: {
      check: 'Consultar una tabla',
      receipt: 'Verificar un recibo',
      pull: 'Descargar la instantánea',
      curl: 'Por HTTP (curl)',
      python: 'Python',
      spark: 'Spark',
    },
    yesListWhy: 'Lugares y obras cuyos autores dicen que sí, o que sí con sus condiciones, para elegir.',
    yesList: 'Ver la lista de síes',
    receipts: 'Informes y recibos',
    receiptsWhy:
      'Una consulta con --report y --receipt deja constancia de lo que encontró y de en qué se apoya. Cualquiera puede abrir aquí un recibo, en su propio dispositivo.',
    openReceipt: 'Abrir un recibo',
    account: 'Con una cuenta',
    accountWhy:
      'Para lo anterior no hace falta cuenta. Con una tienes claves para programas y avisos automáticos.',
    keys: 'Claves y cupos',
    noKeys: 'No tienes ninguna clave que funcione.',
    keyName: 'Clave',
    quota: 'Direcciones por minuto',
    sharedQuota: 'compartidas con tus otras claves',
    yes: 'sí',
    no: 'no',
    manageKeys: 'Crear y revocar claves',
    namedRuns: 'Comprobaciones que muestran tu nombre',
    namedRunsWhy:
      'Un recibo fechado muestra tu nombre solo si lo pediste. Si lo retiras, el nombre se borra para siempre; la fecha y las cifras quedan en el registro.',
    noNamedRuns: 'Ninguna.',
    namedRun: (day, rows, denied) => `${day} · ${counted(rows, 'fila', 'filas')}, ${denied} denegadas`,
    nameHidden: 'Una persona moderadora ocultó este nombre.',
    takeNameBack: 'Retirar mi nombre',
    nameTakenBack: 'Tu nombre se ha borrado de esta comprobación.',
    webhooks: 'Avisos automáticos (webhooks)',
    webhooksWhy:
      'Una dirección tuya recibe aviso, en uno o dos minutos, de que el libro ha crecido; qué ha cambiado se lee en el registro de cambios.',
    addWebhook: 'Añadir un aviso',
    addWebhookNow: 'Añadirlo',
    webhookAddress: 'Dirección a la que avisar',
    webhookAddressHint: 'http o https, accesible desde internet.',
    webhookMade: 'El secreto que firma sus mensajes',
    webhookSecret: 'el secreto',
    removeWebhook: 'Quitar',
    webhookMore: 'Intentos, y avisar de nuevo',
    toldUpTo: (size) => `Avisada hasta un libro de ${size} líneas.`,
    givenUp: (moment) =>
      `Abandonada el ${moment}, tras un día de fallos. Pide que se le avise de nuevo para retomarla.`,
    failing: (moment) => `No le ha llegado nada desde el ${moment}.`,
    triedAgain: (moment) => `Se vuelve a intentar el ${moment}.`,
    noAttempts: 'Todavía no se le ha enviado nada.',
    told: (since, size) => `libro de ${since} a ${size}`,
    replaySince: 'Avisarle de nuevo desde este tamaño del libro',
    replayHint: '0 es el libro entero.',
    replay: 'Avisarle de nuevo',
    replayed: 'Se le avisará de nuevo en uno o dos minutos.',
  },

  receipt: {
    title: 'Abrir un recibo',
    lead: 'Un recibo muestra qué archivos se compararon con qué respuestas y qué se conservó.',
    choose: 'Elegir un recibo',
    chooseHint: 'Se lee en este dispositivo y no se envía a ningún sitio.',
    problems: {
      unreadable: 'Esto no es un recibo que se sostenga. No te fíes de nada de lo que diga.',
      'too-large': 'Este archivo es demasiado grande para ser un recibo.',
      'not-run': 'Tu navegador no ha podido leerlo. No se ha comprobado nada.',
    },
    broken: 'Este recibo NO se sostiene.',
    notItsSigner: 'La clave que nombra no lo firmó tal como está: se cambió alguna palabra.',
    noKey: 'Sin demostrar: no lo firmó ninguna clave conocida aquí.',
    noKeyMeans:
      'Lo pudo hacer cualquiera. Introduce la clave del libro que nombra, de una fuente de la que te fíes. Si el libro ha cambiado de clave desde entonces, hace falta su lista de claves, con la orden de abajo.',
    signed: 'El libro firmó aquello en lo que se apoyan las respuestas.',
    signedMeans: {
      published:
        'Comprobado en tu navegador con las claves que publica este registro. De quién son tiene que decírtelo una fuente de la que te fíes.',
      own: 'Comprobado en tu navegador con las claves que has dado.',
    },
    says: 'Qué dice',
    limits: 'No puede demostrar con qué se entrenó.',
    answers: (rows) => counted(rows, 'fila, por respuesta', 'filas, por respuesta'),
    uses: 'Se preguntó por',
    keep: 'Filas que se conservan',
    keeps: { 'not-denied': 'Todas a las que nadie dijo que no', allowed: 'Solo las que tienen un sí' },
    kept: 'Conservadas',
    dropped: 'Descartadas',
    licensed: 'Conservadas por contrato',
    accepted: 'Conservadas por aceptar condiciones',
    named: 'Pies que nombran a quien dijo que no',
    madeAt: 'Hecho, según él mismo',
    signer: 'Firmado por quien lo hizo',
    notSigned: 'no: quien tenga los archivos puede rehacerlo y comparar',
    parts: 'Recibos reunidos en él',
    sources: 'De quién son las respuestas',
    asOf: 'Respuestas del',
    checked: 'Comprobado aquí',
    checks: {
      signed: 'firmado por el libro, sobre un árbol que contiene estas líneas',
      'no-key': 'sin comprobar: no lo firmó ninguna clave conocida aquí',
      broken: 'no se sostiene',
    },
    files: 'Archivos consultados',
    rows: 'Filas',
    digests: 'SHA-256',
    checkedFile: 'consultado',
    writtenFile: 'escrito',
    firstFiles: (shown) => `Se muestran los primeros ${shown}; el recibo los tiene todos.`,
    notVerified: 'Qué no se ha verificado aquí',
    open: [
      'Si los archivos que tienes son los que nombra.',
      'De quién es la clave de quien lo hizo.',
      'Cuándo se hizo: solo le da fecha la prueba de un libro que lo acompañe.',
      'Qué se aceptó o se tiene por contrato: solo lo nombra por su huella.',
    ],
    byCommand:
      'La orden compara también los archivos, lee la prueba de la fecha y usa la clave que tú le des:',
  },

  allowed: {
    title: 'Lo permitido',
    lead: 'Lugares y obras cuyos autores dicen sí, o sí con sus condiciones. Para quien crea conjuntos de datos.',
    words: 'Palabras',
    wordsHint: 'En la dirección, la línea de crédito, la licencia o el contacto.',
    use: 'Uso',
    anyUse: 'Cualquier uso',
    terms: 'Condiciones',
    either: 'Con o sin condiciones',
    withoutTerms: 'Sin condiciones',
    onTerms: 'Solo con condiciones',
    submit: 'Mostrar',
    none: 'Nadie ha dicho sí todavía. Un nuevo sí aparece aquí en unos minutos.',
    noneFits: 'Nada de lo que hay aquí encaja.',
    showAll: 'Mostrar todo',
    take: 'Llévate la lista:',
    onlyAList:
      'Es una lista para elegir, con unos minutos de retraso. Que algo no esté en ella no lo permite. Antes de usar nada, compruébalo: puede haber llegado un no.',
  },

  statement: {
    title: (index) => `Línea ${index} del libro`,
    organisation: 'Habla por sus miembros',
    seeRecord: 'Ver la inscripción',
    asked: 'Quién ha preguntado desde entonces',
    runsWith: (runs) =>
      `Se usó una instantánea que contiene esta respuesta en ${counted(runs, 'comprobación con nombre', 'comprobaciones con nombre')}:`,
    erased: 'La dirección legible se borró; queda su huella.',
    by: 'De',
    byYou: 'Tuya',
    you: 'Tú',
    forMembers: {
      DENY: 'Cuenta para cada miembro cuyo mandato está en pie.',
      ALLOW: 'Cuenta para un miembro solo cuando ese miembro lo ha confirmado.',
      CONDITIONAL:
        'Cuenta para un miembro solo cuando ese miembro lo ha confirmado; hasta entonces es un no.',
    },
    withdrawnOn: (day) => `Retirada el ${day}`,
    withdrawnMeans: 'Ya no vale. El registro muestra que una vez valió.',
    replaced: 'Sustituida por una respuesta posterior',
    toLater: 'Ver la respuesta posterior',
    endsOn: (day) => `Hasta el ${day}`,
    counts: {
      all: 'Esta respuesta está en vigor.',
      'its-no': 'El no de esta respuesta cuenta; las condiciones, no.',
      'not-yet': 'Esta respuesta está en el registro, pero todavía no cuenta.',
      nothing: 'Esta respuesta está en el registro, pero no cuenta.',
    },
    reservation:
      'Quien lo dijo se reserva el derecho a la minería de textos y datos, como prevé el artículo 4, apartado 3, de la Directiva (UE) 2019/790.',
    use: 'Qué significa el uso',
    saidBy: 'Lo dijo',
    assurance: 'Se apoya en',
    basis: 'Motivo',
    saidAt: 'Se dijo el',
    logIndex: 'Línea del libro',
    id: 'Identificador de la declaración',
    digest: 'Huella de la dirección',
  },

  verification: {
    title: 'La prueba',
    checking: 'Tu navegador está comprobando la prueba…',
    verified: 'Comprobada en tu navegador.',
    verifiedMeans: (log, index) =>
      `El libro ${log} contiene esta respuesta en su línea ${index}, bajo una raíz que su clave ha firmado. Tu navegador lo ha calculado por sí mismo, sin fiarse de nuestra palabra.`,
    doesNotShow:
      'Ninguna prueba muestra si alguien puede hablar por una obra ni qué se dijo después. En qué se apoya una respuesta y si sigue en vigor es lo que decimos hoy nosotros.',
    notCovered: 'El libro acaba de recibir esta respuesta.',
    notCoveredMeans: 'Todavía no la cubre ningún punto de control firmado. Tarda un segundo.',
    again: 'Comprobar de nuevo',
    failed: 'La prueba ha FALLADO.',
    failures: {
      leaf: 'La línea del libro que se recibió no es la de esta respuesta.',
      shown: 'Esta página dice algo distinto de la línea del libro.',
      opening: 'Las palabras exactas o las condiciones no son las que sella la línea del libro.',
      keys: 'Una clave que publica el registro no es una clave.',
      proof: 'La prueba no se puede leer, o es de otra cosa.',
      place: 'La prueba trata de otra línea del libro.',
      signature: 'La firma no es de la clave del libro: se cambió la firma, o lo que firma.',
      signer: 'Ninguna de las claves de confianza ha firmado esto.',
      way: 'Los resúmenes no llevan a la raíz que el libro ha firmado.',
    },
    failedMeans:
      'No te fíes de esta página ni la tomes por un sí. Cárgala una vez más. Si vuelve a fallar, guarda lo que se recibió y enséñaselo a quien lleva este registro y a otras personas: es una evidencia.',
    signerMeans:
      'Las claves las diste tú. Si el libro ha pasado después a otra clave, su clave anterior responde por la nueva en el propio libro.',
    received: 'Lo que se recibió',
    receivedProof: 'Prueba',
    receivedLeaf: 'Línea del libro',
    unable: 'Aquí no se ha podido comprobar.',
    inabilities: {
      'newer-leaf':
        'Esta respuesta está escrita en una forma más nueva que esta página. Vuelve a cargarla para tener la última.',
      'unknown-keys':
        'Las claves del libro son de un tipo que esta página no sabe comprobar. Descarga la prueba y usa otro verificador.',
      'not-run':
        'La parte de esta página que comprueba pruebas no se pudo cargar, o falló. Vuelve a cargar la página, o descarga la prueba y compruébala en otro sitio.',
    },
    unableMeans: 'Eso no dice que la prueba sea buena ni que sea mala.',
    key: 'Clave que firmó',
    keySource: { published: 'tal como la publica este registro', own: 'dada por ti' },
    publishedKey:
      'Quien pudiera reescribir el libro entero podría publicar con él otra clave. Compara esta clave con una que tengas de otra fuente o que anotaste antes, o deja que la página compruebe con ella.',
    wholeKey: 'La clave, para comparar',
    size: 'Líneas bajo la firma',
    root: 'Raíz firmada',
    witnesses: 'También firmado por',
    cosignedAt: (moment) => `el ${moment}`,
    unchecked: 'Otras firmas, sin comprobar aquí',
    uncheckedMeans:
      'Los testigos responden de que a todo el mundo se le enseña el mismo libro. Da sus claves abajo para que se comprueben.',
    noWitness: 'Ningún testigo ha firmado este punto de control.',
    ownKeys: {
      title: 'Comprobar con una clave de tu confianza',
      label: 'Claves, una en cada línea',
      hint: 'La clave del libro como nombre+id+base64, y claves de testigos si las tienes. Se quedan en esta pestaña.',
      use: 'Comprobar con estas claves',
      drop: 'Volver a la clave publicada',
      notAKey: (line) =>
        `La línea ${line} no es una clave. Debería parecerse a registry.example/log+1a2b3c4d+AQ…`,
      noLogKey: 'Ninguna de estas es la clave de un libro que esta página pueda comprobar.',
    },
    steps: {
      title: 'Todos los pasos, para repetirlos tú',
      intro:
        'Los resúmenes son SHA-256, en cifras hexadecimales. 00 y 01 son bytes sueltos, ‖ pone uno tras otro.',
      opening: 'Las palabras exactas están selladas: sal ‖ palabras dan el «opening» de la hoja',
      salt: 'Sal',
      leaf: 'La hoja, que es lo que se prueba',
      leafHash: 'Su resumen, 00 ‖ hoja',
      sibling: { left: 'La vecina de la izquierda', right: 'La vecina de la derecha' },
      node: { left: 'Juntas, 01 ‖ vecina ‖ resumen', right: 'Juntas, 01 ‖ resumen ‖ vecina' },
      root: 'La raíz, que es la tercera línea de lo que se firmó, en base64',
      note: 'Lo que se firmó, con Ed25519 y la clave de arriba',
    },
    certificate: 'Certificado para imprimir',
    download: 'Descargar la prueba',
  },

  card: {
    title: 'Una tarjeta para enseñar',
    lead: 'Una imagen de tu respuesta, para una historia o una publicación. No dice nada que no sea ya público: la respuesta, su día y su línea en el libro. Se hace aquí, en tu dispositivo.',
    shape: 'Formato',
    shapes: { story: 'Historia, vertical', square: 'Cuadrado' },
    shows: (sentence) => `La tarjeta: ${sentence}, con un código que lleva a donde otros dicen no`,
    record: (day, line) => `En el registro público desde el ${day}, línea ${line} del libro.`,
    invitation: 'Di no tú también:',
    message: 'He puesto mi respuesta en el registro público. Tú también puedes:',
    take: 'Compartirla o guardarla',
    picture: 'Poner en ella una imagen tuya',
    pictureHint:
      'Solo si quieres, y solo una tuya: quien vea la tarjeta puede copiarla. No sale de este dispositivo.',
    withoutPicture: 'Sin la imagen',
    unreadable: 'Este archivo no es una imagen que tu navegador pueda leer.',
    ended: 'Esta respuesta ya no está en pie, así que no hay tarjeta de ella.',
    linkTitle: 'Solo el enlace',
    linkWhy:
      'Lleva directamente a donde una amistad dice no, en tan pocos pasos como tú. A nadie le dice que viene de ti.',
    open: 'Hacer una tarjeta para enseñar',
  },

  certificate: {
    tab: (index) => `Certificado de la línea ${index}`,
    over: 'Certificado de una respuesta inscrita en el registro público',
    print: 'Imprimirlo',
    back: 'Volver a la respuesta',
    waiting: 'Habrá certificado cuando la prueba esté comprobada.',
    none: 'No hay certificado de lo que no se sostiene.',
    said: 'Qué se dijo',
    exactly: 'Tal como se escribió',
    erased: 'Se borró porque así lo quiso quien lo escribió; queda la huella.',
    address: 'Dirección',
    digest: 'Su huella, SHA-256',
    contact: 'Contacto',
    until: 'Hasta',
    reservation: 'Reserva de derechos',
    standing: (moment) => `Lo que decimos el ${moment}`,
    record: 'Dónde consta',
    log: 'Libro',
    leafHash: 'Resumen de la línea',
    checked: (moment) => `Comprobado en un navegador el ${moment}: línea, resúmenes y firma concuerdan.`,
    keySource: {
      published: 'La clave es la que publicaba entonces el registro.',
      own: 'La clave la dio quien hizo este certificado.',
    },
    verify: 'Cómo puede comprobarlo cualquiera',
    fetch: 'Obtén la prueba: escanea el código o abre',
    command: 'Compruébala con cualquier verificador de C2SP tlog-proof, o en una copia de Assent con',
    byHand: 'O solo con sha256sum y openssl: docs/verify-by-hand.md explica allí cómo.',
    page: 'Lo que vale hoy está en',
    paper:
      'Esta hoja es una copia que cualquiera podría imprimir; lo que cuenta es la prueba. Muestra que el libro contiene esta respuesta desde entonces. No muestra quién puede hablar por la obra ni que la respuesta siga en vigor.',
    shortened: 'Los textos largos se cortan aquí (…); la página de la respuesta los tiene enteros.',
    code: 'Código QR con la dirección de la prueba',
  },

  dispute: {
    titles: {
      'my-no-holds': 'Alguien dice sí aquí.',
      'my-no-waits': 'Alguien dice sí aquí.',
      'my-yes-waits': 'Alguien dice no aquí.',
      'no-holds': 'En disputa.',
      'yes-waits': 'En disputa.',
      lapsed: 'Caducada.',
      'my-lapsed': 'Caducada.',
      decided: 'Sin efecto.',
      'too-late': 'No se tiene en cuenta.',
      'too-late-for-a-file': 'No se tiene en cuenta.',
    },
    meanings: {
      'my-no-holds': (day) =>
        `Ha demostrado que el lugar, o la obra que hay allí, es suyo. Tu respuesta vale hasta el ${day}; demuestra que es tuyo y se queda.`,
      'my-no-waits': () =>
        'Ha demostrado que el lugar, o la obra que hay allí, es suyo. Lo que enviaste espera a que lo mire una persona, y hasta entonces tu respuesta vale.',
      'my-yes-waits': (day) =>
        `No ha demostrado que sea suyo. Por ahora vale su no; si no demuestra nada hasta el ${day}, caduca y tu sí cuenta.`,
      'no-holds': (day) =>
        `Alguien que ha demostrado que el lugar, o la obra que hay allí, es suyo dice sí. Si hasta el ${day} no se demuestra nada a favor de este no, caduca.`,
      'yes-waits': (day) =>
        `Alguien dice no aquí, y por ahora vale su no. Si hasta el ${day} no se demuestra nada a su favor, caduca.`,
      lapsed: (day) => `El ${day} quedó sin efecto: en 14 días no se había demostrado nada a su favor.`,
      'my-lapsed': (day) =>
        `El ${day} quedó sin efecto: en 14 días no se había demostrado nada a su favor. Si esto es tuyo, demuéstralo y responde de nuevo.`,
      decided: () => 'Una disputa sobre ella se resolvió en sentido contrario.',
      'too-late': () =>
        'Aquí ya se resolvió una disputa. Esta respuesta se tendrá en cuenta cuando quien la dio demuestre que el lugar es suyo.',
      'too-late-for-a-file': () =>
        'Aquí ya se resolvió una disputa. Esta respuesta se tendrá en cuenta cuando una persona haya mirado lo que demuestra que el lugar es suyo.',
    },
    show: 'Demostrar que es mío',
    again: 'Responder de nuevo',
    seeOther: 'Ver la otra respuesta',
  },

  exchange: {
    title: 'Una disputa',
    mine: 'Disputas',
    none: 'Nadie dice lo contrario de lo que dijiste.',
    look: 'Ver la disputa',
    open: 'Hasta que se decida vale la respuesta que más protege.',
    waitsForPerson: 'Se presentaron pruebas: el no vale hasta que decida una persona que modera.',
    whereDecided: 'Se decide en la página donde esperan los casos, cuando se hayan presentado pruebas.',
    opposed: 'Lo que responde cada parte',
    says: { ALLOW: 'Dice sí', DENY: 'Dice no', CONDITIONAL: 'Dice sí con condiciones' },
    lapsesOn: (day: string) => `Si quien dice no no muestra nada, el no caduca el ${day}.`,
    decided: 'Lo que se decidió',
    before: 'Lo que se decidió antes y se anuló',
    shown: 'Lo que mostraron las dos partes',
    nothingShown: 'Nada por ahora.',
    by: (isOwn: boolean) => (isOwn ? 'Tú' : 'La otra parte'),
    hasFile: 'Tiene un archivo que no se envió:',
    digest: 'SHA-256',
    show: 'Mostrar algo',
    whoReads:
      'La otra parte y quienes moderan leerán lo que escribas aquí, tu enlace y el nombre, el tamaño y la huella de tu archivo. No se puede retirar.',
    staysPrivate:
      'Ven tu seudónimo. Tu nombre, tu correo y lo que enviaste con tu declaración siguen siendo privados: no escribas aquí lo que la otra parte no deba saber.',
    textHint: 'Cómo se puede ver. Sin nombres ni direcciones que quieras guardar para ti.',
    chooseFile: 'Nombrar un archivo que tienes',
    fileHint:
      'Se lee en este dispositivo y se queda aquí. Solo se envían su nombre, su tamaño y su huella, para que luego puedas demostrar que lo tenías.',
    send: 'Enviarlo a ambas partes',
    sent: 'La otra parte y quienes moderan ya pueden leerlo.',
    appeal: 'Recurrir',
    appealMeans: (day: string) =>
      `Hasta el ${day} cada parte puede recurrir una vez. Lo mira de nuevo alguien que no participó en la decisión. Mientras tanto vale lo decidido.`,
    lacksDecider:
      'Este registro no tiene otra persona que modere y pueda mirarlo. Tu recurso espera hasta que la haya.',
    overlooked: '¿Qué se pasó por alto?',
    sendAppeal: 'Recurrir',
    appeals: 'Recursos',
    waits: 'Espera a alguien que no haya participado en la decisión.',
    appealOutcomes: {
      UPHELD: 'Aceptado: se decidió lo otro en su lugar.',
      DISMISSED: 'Desestimado: la decisión se mantiene.',
    },
  },

  desk: {
    title: 'Mi mesa',
    answers: 'Mis respuestas',
    askedSince: (day, dated, named) =>
      Number(dated.shown) === 0
        ? `Desde tu no del ${day}, nadie que prepare datos ha fechado aquí un recibo de consulta.`
        : `Desde tu no del ${day}, quienes preparan datos han fechado aquí ${counted(dated, 'recibo de consulta', 'recibos de consultas')}, ${named.shown} con una clave que quisieron dar a conocer.`,
    askedMeans:
      'Qué se consultó en cada caso, solo puede mostrarlo quien tiene el recibo. Quien consulta sin recibo no se cuenta.',
    runsSince: (runs) =>
      `Desde tu no, se usó una instantánea que lo contiene en ${counted(runs, 'comprobación con nombre', 'comprobaciones con nombre')}:`,
    answerForAll: 'Una respuesta para todo lo mío',
    noAnswers: 'Todavía no has respondido por nada.',
    places: 'Lo que dijiste que es tuyo',
    noPlaces: 'Nada todavía. Cuando demuestres que un lugar es tuyo, aparecerá aquí.',
    knownEntries: (rows) => counted(rows, 'fila conocida', 'filas conocidas'),
    counts: {
      all: 'Cuenta.',
      'its-no': 'Solo cuenta el no que contiene.',
      'not-yet': 'Todavía no cuenta.',
      nothing: 'No cuenta.',
    },
    withdraw: 'Retirar',
  },

  acceptances: {
    title: 'Quién aceptó mis condiciones',
    none: 'Nadie ha aceptado todavía tus condiciones.',
    means:
      'Aceptar no mueve dinero: lo que pides se debe tal como dicen tus condiciones. Nadie ha comprobado los nombres; de quién es una clave te lo tienen que demostrar.',
    by: 'Aceptado por',
    nameless: 'Alguien que no dio su nombre',
    uses: 'Para',
    when: 'Consta desde',
    key: 'Clave',
    stands: 'Hoy',
    over: 'Esta respuesta ya no está en vigor: con ella no se puede tomar nada nuevo.',
    keep: 'Guardar la aceptación firmada',
  },

  works: {
    title: 'Mis obras',
    none: 'Todavía no has registrado ninguna obra. Cuando lo hagas, tu respuesta la seguirá hasta sus copias.',
    toWorks: 'Todas mis obras',
    toWork: 'Ir a la obra',
    register: 'Registrar una obra',
    registerThis: 'Registrarla como obra',
    registerIt: 'Registrarla',
    registerMeans:
      'Tu respuesta sobre una obra vale dondequiera que se encuentre una copia, también en direcciones que nadie reclamó.',
    choose: 'Elegir un archivo',
    chosen: 'Elegido',
    fileHint:
      'Se hacen huellas de él. Se guarda solo si tú quieres. Una imagen (JPEG, PNG, WebP, GIF o AVIF, hasta 10 MB), un texto o una grabación (WAV, FLAC o MP3, hasta 50 MB).',
    address: 'O la dirección de la obra',
    byEntry: 'La imagen se mira una vez, donde la fila del conjunto dice que está.',
    workTitle: 'Cómo se llama',
    workTitleHint: 'Para ti y para quienes moderan. No se publica.',
    public:
      'El registro público muestra huellas de la obra, un nombre al azar para ti y cuándo. No muestra ni el archivo ni el título.',
    media: { IMAGE: 'Imagen', TEXT: 'Texto', AUDIO: 'Grabación' },
    untitled: 'Sin título',
    someWork: 'Una obra, por sus huellas',
    thisWork: 'esta obra',
    newMatches: (found) =>
      counted(
        found,
        'lugar nuevo donde se encontró una obra tuya',
        'lugares nuevos donde se encontraron obras tuyas',
      ),
    seeMatches: 'Ver dónde',
    foundAt: (found) =>
      found.shown === '0'
        ? 'Todavía sin encontrar'
        : `Encontrada en ${counted(found, 'dirección', 'direcciones')}`,
    toLookAt: (found) => `${found.shown} más que solo tú puedes confirmar`,
    answers: 'Tu respuesta',
    unanswered: 'Todavía no has respondido por esta obra.',
    answer: 'Responder por ella',
    answerAnew: 'Cambiar la respuesta',
    showNeeded:
      'Cuenta en cuanto una persona haya visto cómo muestras que la obra es tuya. Añade pruebas en la página de la obra.',
    showStronger:
      'Pesa más en cuanto una persona haya visto lo que muestras. Añade pruebas en la página de la obra.',
    known: 'Lo que se sabe de ella',
    others: 'Otras cuentas que registraron este archivo',
    soundOnly:
      'Una máquina reconoce una grabación solo por el mismo sonido exacto. Una copia con menos volumen, comprimida, cortada o más rápida puede no encontrarse, y a quien pregunte por ella se le dice que nadie ha respondido. Registra cada archivo que publiques y declara las direcciones donde están.',
    isPlain:
      'Esta imagen es pequeña o tiene pocos detalles. Muchas se le parecen, así que una máquina solo sugiere dónde puede estar.',
    matches: 'Dónde se encontró',
    matchesMean:
      'Donde una máquina está segura, tu no vale enseguida. Un sí llega a una copia solo cuando la has confirmado.',
    waits: 'Primero mira esta obra una persona',
    waitsMeans:
      'Se encontró en más de 1000 direcciones que no son tuyas. Añade pruebas, para que quien modera pueda admitirla.',
    show: 'Mostrar',
    views: { open: 'Sin confirmar por ti', certain: 'Seguras', rejected: 'Rechazadas' },
    lookAgain: 'Buscar otra vez',
    noMatches: 'Aquí no hay ninguna. Las filas nuevas se comparan según llegan.',
    moreLater: 'Hay más; aparecen cuando estas estén decididas.',
    chooseAll: 'Elegir todas',
    chooseNone: 'No elegir ninguna',
    confirm: (chosen) => `Es mi obra (${chosen.shown})`,
    reject: (chosen) => `No lo es (${chosen.shown})`,
    confirmed: (done) => counted(done, 'dirección confirmada.', 'direcciones confirmadas.'),
    rejected: (done) => counted(done, 'dirección rechazada.', 'direcciones rechazadas.'),
    isNew: 'nueva',
    partsAlike: (parts) => `${parts} partes donde deben estar`,
    kinds: {
      SAME_FILE: 'El mismo archivo',
      SAME_PICTURE: 'La misma imagen',
      PROBABLY_SAME: 'Probablemente la misma',
      SIMILAR: 'Parecida',
      SIBLING: 'Otro tamaño o un intermediario, por su dirección',
    },
    methods: { SHA256: 'SHA-256', MD5: 'MD5' },
    nearInMeaning: (cosine) => `próxima en significado, ${cosine} de 1`,
    atNamedAddress: 'En una dirección que tú nombraste',
    byMeaning: {
      COMPARED: 'Se sugieren las filas próximas en significado.',
      NO_PICTURE: 'Por significado solo se comparan imágenes.',
      NO_VECTOR:
        'No se compara por significado: el modelo que trabaja aquí no la ha visto. Da otra vez su archivo en «Registrar una obra».',
      OFF: 'Aquí no se compara nada por significado: quien lleva este registro no lo activó. De las demás maneras, sí.',
      NO_WEIGHTS:
        'Ahora no se compara nada por significado: faltan los archivos del modelo. De las demás maneras, sí.',
      FAILED: 'Ahora no se compara nada por significado: el modelo no funciona. De las demás maneras, sí.',
    },
    states: {
      SUGGESTED: 'Dudosa: cuenta cuando la confirmes.',
      WAITING: 'Espera a quien modera.',
      MATCHED: 'Segura: tu no vale ahí.',
      CONFIRMED: 'La confirmaste.',
      REJECTED: 'Dijiste que no es tu obra.',
    },
  },

  claimFiles: {
    left: 'Archivos que se dejaron con ella',
    titles: { ORIGINAL: 'El archivo mismo', SCREENSHOT: 'Una captura de pantalla para quien modera' },
    means: {
      ORIGINAL:
        'Solo se guardan huellas, salvo que dejes aquí el archivo. Así quien modera puede comparar originales cuando otra persona reclame la obra. Queda como está, con lo que diga de lugar y hora. Solo tú y quienes moderan y tienen delante tu reclamación pueden abrirlo. Puedes borrarlo cuando quieras; se va con la obra y con tu cuenta.',
      SCREENSHOT:
        'Si el sitio no nos deja mirar: una imagen de tu perfil con el código y la dirección a la vista. De dónde, cuándo y con qué se hizo no se guarda nada. Solo tú y quienes moderan pueden abrirla. Se borra en cuanto se decide la reclamación, y a los 90 días.',
    },
    choose: { ORIGINAL: 'Guardar el archivo aquí', SCREENSHOT: 'Elegir una captura' },
    hints: {
      ORIGINAL: 'El mismo archivo con que se registró la obra, hasta 20 MB; 200 MB para todas tus obras.',
      SCREENSHOT: 'PNG, JPEG o WebP, hasta 5 MB. Recorta lo que no le importe a nadie.',
    },
    kinds: { ORIGINAL: 'El archivo de la obra', SCREENSHOT: 'Captura de pantalla' },
    keepToo: 'Guardar también el archivo aquí',
    show: 'Mostrarla',
    hide: 'Ocultarla',
    download: 'Descargarlo',
    remove: 'Borrar',
  },

  originals: {
    title: 'Un original firmado',
    given: 'Archivos firmados que se dieron con ella',
    means:
      'Si tu cámara o tu programa firma lo que haces (Content Credentials, C2PA), da aquí el archivo. Se lee y se olvida; lo que dice su firma se guarda con esta reclamación, para ti y para quienes moderan. Por sí solo no prueba nada aquí: envíalo también como prueba si quieres que lo mire una persona.',
    meansToModerators:
      'Lo que los archivos dicen de sí mismos. Quien firmó un archivo no tiene por qué haberlo hecho, ni ser quien reclama. En la lista quiere decir que una autoridad de la lista de este registro hizo el certificado; si se retiró después no se pregunta.',
    choose: 'Elegir un archivo firmado',
    hint: 'JPEG, PNG, HEIC, AVIF o MP3, tal como lo guardó el programa, hasta 20 MB. Casi todos los sitios quitan la firma.',
    reading: 'Leyéndolo …',
    read: (moment) => `leído el ${moment}`,
    file: 'El archivo',
    states: {
      UNCHANGED: 'Sin cambios desde que se firmó.',
      CHANGED: 'Cambiado después de firmarse, o la firma no encaja.',
      UNBOUND: 'No se sabe: la firma no lo abarca todo de un modo que se lea aquí.',
    },
    which: 'Qué archivo',
    registered: {
      same: 'El mismo archivo con que se registró la obra.',
      other: 'Otro archivo que aquel con que se registró la obra.',
    },
    kinds: { C2PA: 'Firmado por', CAWG: 'Hecho por, según dice' },
    nobody: 'No nombra a nadie.',
    onList: 'El certificado está en la lista de este registro.',
    doubts: {
      BROKEN: 'La firma no encaja: los nombres no valen nada.',
      UNREAD: 'Un tipo de firma que no se lee aquí.',
      UNFIT: 'En ninguna lista: el certificado no está hecho para firmar obras.',
      OUT_OF_DATE:
        'En ninguna lista: el certificado no es válido ahora, y ningún sello de tiempo de la lista dice que lo fuera.',
      UNLISTED: 'En ninguna lista: cualquiera puede hacer un certificado así, con cualquier nombre.',
    },
    signed: (moment) => `Firmado el ${moment}, según un sello de tiempo de la lista.`,
    noTime: 'No se sabe cuándo: ningún sello de tiempo de la lista.',
    names: 'El certificado nombra',
    proven: 'Demostrado también aquí por quien reclama:',
    says: 'Qué dice sobre la IA',
    sayTheSame: 'Decir lo mismo aquí',
  },

  matchKeys: {
    title: 'Teclas',
    close: 'Cerrar',
    next: 'la siguiente',
    previous: 'la anterior',
    choose: 'elegirla o dejarla',
    chooseAll: 'elegir todas o ninguna',
    confirm: 'es mi obra: lo elegido, o esta',
    reject: 'no lo es: lo elegido, o esta',
    help: 'mostrar estas teclas',
  },

  namedInCaptions: {
    title: 'Descripciones que te nombran',
    why: 'Un nombre en una descripción no hace tuya una obra, así que nada se apoya en ello. Míralas y registra lo que sea tuyo.',
    none: 'Da los nombres con que se conoce tu obra, y aquí se verán las descripciones que los llevan.',
    setNames: 'Nombres en la página de la cuenta',
    rows: (found) => counted(found, 'fila', 'filas'),
  },

  bringList: {
    title: 'Traer una lista',
    means:
      '¿Guardabas una lista de direcciones en otro sitio? Tráela: un no al entrenamiento de IA para cada una, con fecha de hoy. Un nombre solo significa el sitio entero.',
    choose: 'Elegir un archivo',
    hint: 'Un texto con una dirección por línea, o una tabla (CSV) con una columna de direcciones. Se lee en este dispositivo; solo se envían las direcciones.',
    addresses: 'Las direcciones',
    sayNo: (rows) => `Decir no a ${counted(rows, 'dirección', 'direcciones')}`,
    busy: (done, all) => `${done} de ${all.shown} …`,
    done: 'La lista está inscrita.',
    tally: (recorded, known, refused) =>
      `${recorded.shown} inscritas, ${known.shown} ya conocidas, ${refused.shown} rechazadas.`,
    statuses: {
      RECORDED: 'Inscrita.',
      KNOWN: 'Ya le habías dicho que no.',
      REFUSED: 'No se ha inscrito.',
    },
    more: 'La tabla las contiene todas.',
    download: 'Guardar los resultados como tabla',
  },

  manyWorks: {
    title: 'Registrar muchas a la vez',
    means:
      'Elige una carpeta o muchos archivos. Tu respuesta vale entonces donde se encuentre una copia de cualquiera.',
    staysTitle: 'Tus archivos se quedan en este dispositivo.',
    stays:
      'Las huellas se calculan aquí, en tu navegador. Solo salen ellas, con los nombres de los archivos como títulos. No se envía ni se guarda ningún archivo.',
    chooseFiles: 'Elegir archivos',
    chooseFolder: 'Elegir una carpeta',
    drop: 'O suéltalos aquí.',
    chosen: (files) => counted(files, 'archivo elegido', 'archivos elegidos'),
    hint: 'Imágenes (JPEG, PNG, WebP, GIF, AVIF), textos y grabaciones. Una grabación se reconoce solo por sus bytes exactos; la línea de comandos hace huellas de sonido.',
    registerThem: (files) => `Registrar ${counted(files, 'obra', 'obras')}`,
    tally: (done, all, registered, known, refused) =>
      `${done} de ${all}: ${registered} registradas, ${known} ya conocidas, ${refused} rechazadas.`,
    stop: 'Parar después de este lote',
    goOn: 'No está todo hecho. Pulsa el botón otra vez, hoy u otro día: lo hecho se salta.',
    why: {
      'too-large': 'Es demasiado grande para verlo aquí.',
      'not-a-picture': 'Este navegador no lee ninguna imagen en él.',
      'not-text': 'No es un texto en UTF-8.',
    },
    answer: 'Ahora responde por todas',
  },

  collections: {
    title: 'Colecciones',
    lead: 'Obras en grupos: una serie, un año, un cliente. Una sola respuesta vale para todo el grupo, también para las obras que entren después.',
    none: 'Todavía no tienes ninguna colección.',
    toCollections: 'Todas las colecciones',
    begin: 'Nueva colección',
    name: 'Cómo se llama',
    nameHint: 'Solo para ti. No se publica.',
    create: 'Crear la colección',
    works: (works) => counted(works, 'obra', 'obras'),
    exceptions: (works) => counted(works, 'excepción', 'excepciones'),
    waiting: (works) =>
      `El último cambio no ha llegado todavía a ${counted(works, 'obra', 'obras')}. Tarda unos minutos; hasta entonces cada una conserva lo que se dijo antes.`,
    answer: 'La respuesta para todas',
    unanswered: 'Todavía no has respondido por esta colección.',
    ends: (day) => `Hasta el ${day}`,
    give: 'Responder por todas sus obras',
    change: 'Cambiar la respuesta para todas',
    close: 'Dejarla como está',
    reachesNone:
      'Ninguna obra recibe ahora esta respuesta. Las que entren en la colección la reciben enseguida.',
    reaches: (works) =>
      `${counted(works, 'obra recibe esta respuesta, con su propia línea en el registro público', 'obras reciben esta respuesta, cada una con su propia línea en el registro público')}. La reciben también las obras que entren después en la colección.`,
    noExceptions: 'No hay excepciones.',
    stay: (works) =>
      `${counted(works, 'excepción sigue como está', 'excepciones siguen como están')}, hasta que le pongas fin.`,
    undecided: (works) =>
      `${counted(works, 'de ellas espera', 'de ellas esperan')} el último cambio. Lo que se dijo de una por separado queda como excepción.`,
    save: 'Dar esta respuesta a todas',
    saved: 'La respuesta consta en el registro.',
    withdrawn: 'La respuesta está retirada.',
    withdraw: 'Retirar la respuesta para todas',
    withdrawTitle: '¿Retirar lo que dice esta colección?',
    withdrawMeans: (works) =>
      `Se retira de ${counted(works, 'obra que la sigue', 'obras que la siguen')}. Desde ese momento, por tu parte nadie ha respondido por ellas; eso no es un permiso. Detiene solo el uso futuro.`,
    inIt: 'Obras que contiene',
    nothingInIt: 'Todavía no contiene ninguna obra.',
    standings: {
      FOLLOWS: 'sigue a la colección',
      EXCEPTED: 'excepción',
      WAITING: 'espera el último cambio',
    },
    out: (chosen) => (chosen.shown === '0' ? 'Sacar' : `Sacar (${chosen.shown})`),
    outMeans: 'Las obras que salen conservan la respuesta que tienen.',
    tookOut: (done) => counted(done, 'obra sacada.', 'obras sacadas.'),
    excepted: 'Excepciones',
    exceptedMeans: 'De estas se dijo otra cosa, o se retiró. La conservan, diga lo que diga la colección.',
    end: (chosen) =>
      chosen.form === 'one'
        ? 'Poner fin a la excepción'
        : chosen.shown === '0'
          ? 'Poner fin a las excepciones'
          : `Poner fin a las excepciones (${chosen.shown})`,
    ended: (done) => counted(done, 'obra sigue ahora a la colección.', 'obras siguen ahora a la colección.'),
    endAfter: 'Responde primero por todas sus obras. Después se puede poner fin a una excepción.',
    add: 'Añadir obras',
    addFrom: 'Elegir entre mis obras',
    addMeans: 'Una obra está como mucho en una colección: si la añades aquí, sale de la otra.',
    putIn: (chosen) => `Añadir (${chosen.shown})`,
    didPutIn: (done) =>
      counted(done, 'obra está ahora en la colección.', 'obras están ahora en la colección.'),
    isIn: 'en esta colección',
    isInOther: 'ahora en',
    furtherWorks: 'Más obras',
    firstWorks: 'Desde la primera otra vez',
    noFurther: 'No hay más obras.',
    rename: 'Cambiar el nombre',
    renameTitle: 'Otro nombre para esta colección',
    renameConfirm: 'Guardar este nombre',
    dissolve: 'Disolver la colección',
    dissolveTitle: '¿Disolver esta colección?',
    dissolveMeans:
      'Sus obras siguen siendo tuyas y conservan las respuestas que tienen. Solo desaparece el grupo.',
    dissolveConfirm: 'Disolverla',
    ofWork: 'En la colección',
    ofWorkMeans: 'Lo que respondas solo por esta obra se conserva como excepción.',
  },

  giveUp: {
    button: 'Renunciar a esta obra',
    title: '¿Renunciar a esta obra?',
    means:
      'Lo que dijiste de ella se retira, y ya no se la busca. Eso detiene solo el uso futuro: lo decidido por tus respuestas queda decidido.',
    confirm: 'Renunciar',
  },

  withdraw: {
    title: '¿Retirar esta respuesta?',
    noMeans: 'Desde ese momento, por tu parte nadie ha respondido por ella. Eso no es un permiso.',
    yesMeans: 'Detiene solo el uso futuro. Lo que se entrenó mientras valía tu sí, entrenado queda.',
    stays: 'El registro conserva la línea y añade otra que dice que está retirada.',
    confirm: 'Retirarla',
    keep: 'Dejarla como está',
  },

  claim: {
    title: 'Un lugar reclamado',
    prove: 'Demostrarlo',
    see: 'Verlo',
    since: 'Desde',
    capacity: 'Respondes porque',
    reaches: 'Abarca',
    decision: 'Decisión',
    provedMeans:
      'Tus respuestas para este lugar cuentan. Controlarlo dice quién eres, no qué obras son tuyas.',
    unprovedMeans:
      'De momento es tu palabra. Un no para direcciones sueltas ya cuenta; para carpetas, sitios y cualquier sí hay que demostrarlo.',
    contested: 'Otra persona dice que esto es suyo.',
    contestedMeans:
      'Lo decide un moderador. Mientras tanto vale la respuesta más estricta, así que un no sigue siendo un no.',
    chooseWorks: 'Ahora elige tus obras',
    reachesNothing:
      'Ninguna fila de los conjuntos de datos de aquí tiene una dirección en este lugar. Lo que respondas vale para las que vengan.',
    reachesRows: (rows) =>
      `${counted(rows, 'fila conocida de un conjunto de datos tiene', 'filas conocidas de conjuntos de datos tienen')} una dirección en este lugar. ¿Cuáles muestran obras tuyas?`,
    lookAtThem: 'Mirarlas',
    answerForPlace: 'Responder por todo el lugar',
    withdraw: 'Al final, esto no es mío',
    withdrawTitle: '¿Decir que esto no es tuyo?',
    withdrawMeans:
      'Las respuestas que se apoyan en ello dejan de contar donde hace falta demostrarlo. El registro conserva sus líneas.',
    withdrawConfirm: 'No es mío',
  },

  proof: {
    title: 'Demuestra que es tuyo',
    makeFile: 'Crea un archivo de texto sin formato que contenga exactamente esto:',
    putFile: 'Ponlo en tu sitio de modo que se abra en esta dirección:',
    check: 'Déjanos mirar. Tarda unos segundos.',
    content: 'contenido del archivo',
    address: 'dirección del archivo',
    how: '¿Cómo quieres demostrarlo?',
    ways: {
      WELL_KNOWN_FILE: { label: 'Un archivo pequeño en el sitio', hint: 'Si puedes subir archivos.' },
      DNS_TXT: { label: 'Un registro en el DNS', hint: 'Si administras el nombre de dominio.' },
      HTML_LINK: {
        label: 'Una marca en la página',
        hint: 'Si puedes editar la cabecera de la página, o un enlace en tu perfil.',
      },
      DOMAIN_MAIL: { label: 'Un código por correo', hint: 'Si lees el correo de webmaster@ o similar.' },
      OPENID_CONNECT: {
        label: 'Iniciar sesión allí',
        hint: 'Si has entrado aquí con ese sitio en la última hora. Vincúlalo en la página de tu cuenta.',
      },
    },
    makeRecord: 'Donde administras el dominio, crea un registro de tipo TXT con este nombre:',
    recordName: 'nombre del registro',
    recordHolds: 'Su texto es exactamente este. Puede tardar hasta una hora en verse en todas partes:',
    recordText: 'texto del registro',
    putLink: 'Pon un enlace a esta dirección en tu perfil, en el campo de tu sitio web:',
    link: 'dirección del enlace',
    linkNeeds: 'Vale si el sitio escribe rel="me" con él, como hacen muchos con los enlaces de un perfil.',
    putElement: 'Pon esto en la cabecera de la página:',
    orPutElement: 'O, si puedes editar la página misma, pon esto en su cabecera:',
    element: 'elemento',
    onPage: 'Miramos esta página, tal como es sin scripts:',
    pageAddress: 'dirección de la página',
    mailTo: '¿A qué dirección podemos enviar el código?',
    sendCode: 'Enviar el código',
    codeSent: (address) => `Enviado a ${address}. El código sirve una vez, durante una hora.`,
    code: 'Código del correo',
    useCode: 'Usar este código',
    siteRefuses: 'Este sitio no nos deja mirar.',
    siteRefusesMeans:
      'Pon el código en el texto de tu perfil y haz una captura de pantalla que lo muestre con la dirección. Después descríbela abajo a un moderador, enlaza el perfil y deja allí la captura: una persona compara las dos cosas. Tu no a obras sueltas vale mientras tanto.',
    leaveIt: 'Déjalo ahí cuando lo hayamos encontrado: volvemos a mirar más o menos una vez al mes.',
    failing: 'Ya no vemos lo que muestra que es tuyo.',
    failingMeans: (day) =>
      `Todo cuenta como antes hasta el ${day}. Miramos cada día; vuelve a ponerlo hasta entonces.`,
    lapsed: (day) => `Tu prueba caducó el ${day}.`,
    lapsedMeans:
      'Un sí aquí ya no cuenta, ni un no para todo el sitio o la carpeta. Un no para una sola dirección sigue valiendo. Vuelve a demostrarlo abajo.',
    checkNow: 'Comprobar ahora',
    checking: 'Comprobando…',
    newCode: 'Pedir un código nuevo',
    expiredHint: 'Pide un código nuevo y cambia el archivo para que coincida.',
    lastProblem: 'En la última comprobación:',
    expires: (day) => `El código vale hasta el ${day}.`,
    lastChecked: (moment) => `Última comprobación: ${moment}.`,
  },

  profileLink: {
    title: 'Un enlace desde un perfil',
    lead: 'Quien lo puso muestra con él que el perfil es suyo, para que sus respuestas sobre sus obras cuenten aquí.',
    more: 'El enlace no lleva a la cuenta de nadie: dice al registro que la página y la reclamación van juntas, y a ti nada más.',
    home: '¿Qué es este registro?',
  },

  evidence: {
    title: 'O que lo mire una persona',
    why: 'Si no puedes poner ahí un archivo, cuéntale a un moderador cómo puede ver que es tuyo. Mientras tanto, tu no para direcciones sueltas sigue valiendo.',
    text: '¿Qué muestra que es tuyo?',
    textHint:
      'Por ejemplo: bocetos, una publicación anterior, un perfil que te nombra. Solo lo lee quien modera.',
    link: 'Un enlace (puede quedar vacío)',
    send: 'Enviar a un moderador',
    sent: 'Enviado. Un moderador lo mirará.',
    given: 'Pruebas presentadas',
  },

  account: {
    title: 'Mi cuenta',
    about: 'Sobre ti',
    noEmail: 'Ninguno',
    emailState: '¿Confirmado?',
    emailConfirmed: 'Sí',
    emailUnconfirmed: 'Todavía no. Abre el enlace del correo que te enviamos o escribe aquí su código.',
    sendConfirmation: 'Enviar otro correo',
    confirmationHint: 'Abre su enlace o escribe aquí su código.',
    pseudonym: 'Seudónimo',
    pseudonymMeans: 'El seudónimo es al azar. Es el único nombre por el que te conoce el registro público.',
    role: 'Función',
    since: 'Desde',
    noPassword: 'No tienes: entras por correo. Puedes añadir una.',
    currentPassword: 'Contraseña actual',
    changePassword: 'Cambiar la contraseña',
    setPassword: 'Poner una contraseña',
    passwordChanged: 'La contraseña nueva ya vale.',
  },

  artistNames: {
    title: 'Nombres con los que firmas tu obra',
    why: 'Otras grafías, seudónimos, nombres en otros alfabetos. Quien busca uno de ellos encuentra también los textos con los demás.',
    label: 'Nombres, uno en cada línea',
    hint: '12 como máximo. Primero el más habitual.',
    whoSees:
      'A quien busque uno de estos nombres se le dicen los demás, en cuanto hayas demostrado que un lugar es tuyo. Hasta entonces solo amplían tus propias búsquedas. No están en el registro público, y desaparecen con tu cuenta o cuando los borres aquí.',
    save: 'Guardar los nombres',
    saved: 'Los nombres están guardados.',
  },

  sessions: {
    title: 'Dónde tienes la sesión abierta',
    current: 'Este navegador',
    other: 'Otro navegador',
    lastSeen: (moment) => `Última actividad: ${moment}`,
    signOut: 'Salir',
    signOutEverywhere: 'Salir en todas partes',
  },

  linked: {
    title: 'Servicios por los que entras',
    unknown: 'Un servicio que aquí ya no se ofrece',
    since: (day) => `Vinculado el ${day}.`,
    unlink: (name) => `Desvincular ${name}`,
    unlinkIt: 'Desvincular',
    onlyWay:
      'La única manera de entrar en tu cuenta. Vincula antes otro servicio; entonces este se podrá desvincular.',
    means:
      'Ya no podrás entrar por él. Donde mostró que un perfil es tuyo, eso vale 14 días más: muéstralo de otra manera hasta entonces.',
    keep: 'Dejarlo',
    confirm: 'Desvincularlo',
  },

  matchNews: {
    title: 'Cuando se encuentra una obra tuya',
    why: 'Las filas nuevas de los conjuntos de datos se comparan con tus obras según llegan. Tu mesa muestra lo encontrado; también se te puede avisar por otras vías.',
    mails: 'Avisarme por correo, como mucho una vez por semana',
    mailsMean: 'Solo cuando hay algo que no has mirado. Cada correo lleva un enlace que acaba con ellos.',
    cannotMail:
      'Ahora no se te puede enviar correo: no hay una dirección tuya confirmada, o este registro no envía ninguno. La elección se guarda.',
    language: 'Idioma de los correos y del canal',
    languages: { EVERY: 'Inglés y español', EN: 'English', ES: 'Español' },
    save: 'Guardar',
    saved: 'Guardado.',
    feed: 'Un canal para tu lector',
    feedMeans:
      'Una dirección privada que mira un lector de canales (Atom). Quien la tenga puede leer dónde se encontraron tus obras, y nada más.',
    feedSince: (day) => `Tu canal tiene su dirección desde el ${day}. Solo tú la conoces; aquí no se guarda.`,
    makeFeed: 'Crear un canal',
    renewFeed: 'Crear una dirección nueva',
    endFeed: 'Acabar con el canal',
    shownOnce: 'Copia la dirección ahora: se muestra esta única vez. Cualquiera anterior ya no vale.',
  },

  unsubscribe: {
    title: 'Correos sobre tus obras',
    means:
      'Como mucho una vez por semana escribimos cuando una obra tuya se encuentra en un lugar nuevo. Una pulsación acaba con estos correos; nada más cambia.',
    button: 'No más correos de estos',
    left: 'No se envían más correos de estos. En la página de la cuenta puedes volver a tenerlos.',
    nobodys: 'Este enlace no acaba con ningún correo. Se pueden desactivar en la página de la cuenta.',
    failed: 'No ha funcionado. Inténtalo otra vez en un momento.',
  },

  myData: {
    title: 'Una copia de lo que se guarda sobre ti',
    why: 'Todo lo que este registro guarda sobre ti y tus obras, en líneas de JSON que cualquier programa lee. Sin contraseñas ni claves: no guarda ninguna que se pueda leer.',
    get: 'Descargar la copia',
  },

  deleteAccount: {
    title: 'Borrar mi cuenta',
    means:
      'Borra todo lo que te nombra o lleva hasta ti. Lo que dijiste queda en el registro público, con un seudónimo que ya nadie puede unir contigo.',
    open: 'Borrar mi cuenta…',
    noes: '¿Qué pasa con tus noes?',
    keepNoes: 'Mantener mis noes sin mi nombre',
    keepNoesMeans: 'Cada uno sigue con el peso que tiene. Ya nadie puede cambiarlo, tú tampoco.',
    withdrawNoes: 'Retirarlos',
    withdrawNoesMeans: 'Termina todo lo que dijiste, y con ello tus reclamaciones.',
    cannotBeUndone: 'En ambos casos termina cada sí, y cada oferta pasa a ser un no. No se puede deshacer.',
    password: 'Tu contraseña, para saber que eres tú',
    keep: 'Conservar mi cuenta',
    confirm: 'Borrarla para siempre',
    gone: (standing, ended) =>
      `Tu cuenta está borrada. ${standing === 1 ? 'Sigue un no' : `Siguen ${standing} noes`}; ${ended === 1 ? 'terminó una respuesta' : `terminaron ${ended} respuestas`}.`,
    leave: 'A la página de inicio',
  },

  apiKeys: {
    title: 'Claves para programas',
    why: 'Una clave deja que un programa actúe por ti, dentro de lo que le permitas.',
    make: 'Crear una clave',
    makeNow: 'Crear esta clave',
    name: 'Nombre de la clave',
    nameHint: 'Para distinguirla de otras: ¿dónde se va a usar?',
    may: '¿Qué puede hacer?',
    scopes: {
      CHECK: { name: 'Consultar', meaning: 'Preguntar por muchas direcciones.' },
      READ: { name: 'Leer', meaning: 'Ver tus propias respuestas y lugares.' },
      DECLARE: { name: 'Responder', meaning: 'Dar y retirar respuestas en tu nombre.' },
      PASS_ON: { name: 'Transmitir', meaning: 'Transmitir noes de miembros de tu plataforma, y nada más.' },
    },
    strict: {
      name: 'Estricta',
      meaning:
        'Los programas hechos para el servicio de Spawning toman por permitido todo lo que no figura como excluido. Con una clave estricta se les dice que lo que nadie ha respondido está excluido.',
      note: 'estricta',
    },
    made: 'Tu clave nueva',
    once: 'Solo se muestra ahora. Cópiala donde se vaya a usar.',
    secret: 'la clave',
    kept: 'Ya la copié',
    unused: 'sin usar',
    lastUsed: (moment) => `último uso: ${moment}`,
    revoke: 'Anular',
    revoked: (day) => `Anulada el ${day}`,
  },

  objection: {
    title: 'Aquí hay algo que no es correcto',
    lead: 'Lo lee una persona. Nada cambia hasta que lo haya mirado, y no necesitas cuenta.',
    what: '¿Qué es?',
    kinds: {
      OBJECTION: 'La respuesta es falsa',
      FALSE_CLAIM: 'Alguien dice que es suyo, y no lo es',
      ILLEGAL: 'Lo que se muestra allí no puede mostrarse a nadie',
    },
    text: '¿Qué no es correcto y cómo se puede ver?',
    textHint: 'Lo ve quien decide, y nadie más. Al menos una frase.',
    link: 'Dónde mirar (opcional)',
    email: 'Correo electrónico (opcional)',
    emailHint: 'Para contarte una vez lo que se decidió. Después se borra.',
    send: 'Enviarlo',
    sent: 'Una persona lo mirará.',
    sentMeans:
      'Hasta entonces la respuesta queda como está: un no se mantiene hasta que alguien muestre que es falso.',
  },

  moderation: {
    title: 'A la espera de una persona',
    needed:
      'Aquí quienes moderan miran las pruebas y deciden las disputas. Entra con una cuenta de moderación para ver lo que espera.',
    disputes: 'Disputas',
    noDisputes: 'No hay ninguna disputa abierta.',
    disputesMean: 'Las que terminaron, y las que terminan solas si nadie muestra nada.',
    cases: 'Casos',
    noCases: 'No hay nada pendiente.',
    harms: {
      ILLEGAL: 'Ilegal',
      CONFIRMATION: 'Espera a una segunda persona',
      YES: 'Contaría un sí',
      DISPUTE: 'Una disputa',
      REPORT: 'Alguien objeta',
      NO: 'Un no pesaría más',
      MATCH: 'Coincide con demasiado',
    },
    ties: {
      LINK: 'Un caso: la misma dirección como prueba.',
      WORDING: 'Un caso: casi las mismas palabras.',
      PICTURE: 'Un caso: casi la misma imagen.',
      YES: 'Un caso: todo contra un mismo sí.',
      CLAIMANT: 'Un caso: de una misma persona.',
      PLACE: 'Un caso: sobre un mismo lugar.',
      DECISION: 'Un caso: decidido igual por una misma persona.',
    },
    waitsSince: (moment) => `Espera desde el ${moment}.`,
    loadOf: (items, day) => `${items} en total, lo más antiguo desde el ${day}`,
    history: 'Antes',
    historyOf: (made, held, rejected, since) =>
      `Declaraciones desde el ${since}: ${made}; vigentes ${held}, rechazadas ${rejected}`,
    take: 'Tomarlo',
    giveBack: 'Devolverlo',
    notTaken: 'Nadie lo tiene.',
    yoursUntil: (moment) => `Es tuyo hasta el ${moment}.`,
    takenUntil: (moment) => `Otra persona lo tiene hasta el ${moment}.`,
    include: (name) => `Decidir también ${name}`,
    decisionOn: (count) => `Decisión sobre los ${count} marcados`,
    includeNumber: (number) => `Responder también al número ${number}`,
    tickAll: 'Marcar todo',
    tickNone: 'No marcar nada',
    others: (count) => `Y los otros ${count} de este caso, que no aparecen aquí`,
    othersHint: 'Se deciden igual, sin verlos. Cuando se decidan algunos, aparecerán los siguientes.',
    together: (count) =>
      `${count} noes con pruebas se oponen a este sí. Cada uno se decide por sí mismo y puede decidirse de otro modo.`,
    closeTicked: 'Cerrar las marcadas',
    closedMany: (count) => `Disputas cerradas: ${count}.`,
    progress: (done, all) => `${done} de ${all} por ahora. No salgas de esta página.`,
    proposedTogether: (count) => `Una misma persona decidió igual sobre ${count} cosas.`,
    confirmMany: (count) => `Confirmar ${count}`,
    dropMany: (count) => `Descartar ${count}`,
    seeDispute: 'La disputa',
    overturned: 'Se anula, y vale la otra respuesta.',
    proposed: 'Propuesto: otra persona que modere debe confirmarlo.',
    proposals: {
      DECIDE_CLAIM: 'Se quiere retirar algo declarado',
      CLOSE_DISPUTE: 'Se quiere decidir una disputa',
      SET_ASIDE: 'Se quiere dejar sin efecto lo que alguien dijo',
      LET_SPEAK: 'Se quiere volver a escuchar lo que quedó sin efecto',
      SHOW_AGAIN: 'Lo que se ocultó debe volver a mostrarse',
      DECIDE_APPEAL: 'Una decisión debe anularse',
    },
    proposedOn: (moment) => `Propuesto el ${moment}.`,
    nothingYet: 'Todavía no ha pasado nada.',
    shutOut: 'La cuenta ya está cerrada; lo que dijo sigue valiendo.',
    ownProposal: 'Lo propusiste tú. Debe confirmarlo otra persona que modere.',
    seeClaim: 'Lo declarado',
    confirm: 'Confirmarlo',
    drop: 'Descartarlo',
    confirmed: 'Confirmado y hecho.',
    dropped: 'Descartado. No ha cambiado nada.',
    reportKinds: {
      OBJECTION: 'Una respuesta es falsa',
      FALSE_CLAIM: 'Lo declarado es falso',
      ILLEGAL: 'Es ilegal',
    },
    fromAccount: 'de alguien con sesión iniciada',
    fromNobody: 'sin cuenta',
    reportFound: '¿Qué has encontrado?',
    reportOutcomes: { UPHELD: 'Tiene razón', DISMISSED: 'No hay motivo para cambiar nada' },
    decideReport: 'Registrar lo encontrado',
    reportDecided: 'Registrado para',
    notes: (count) => `Notas entre quienes moderan (${count})`,
    internalNote: 'Una nota para quienes moderan',
    internalNoteHint: 'Ninguna parte la ve nunca.',
    addNote: 'Guardar la nota',
    keys: 'Teclas',
    keyActions: {
      next: 'el caso siguiente',
      previous: 'el caso anterior',
      take: 'tomar el caso o devolverlo',
      approve: 'elegir «Aprobar»',
      reject: 'elegir «Rechazar»',
      note: 'abrir las notas del caso',
      tick: 'marcar todo en el caso, o nada',
      show: 'mostrar las imágenes del caso',
      overlay: 'superponer dos imágenes',
      help: 'mostrar estas teclas',
    },
    claimant: 'Quién lo dice',
    suspend: 'Suspender esta cuenta',
    look: 'Verlo',
    noEvidence: 'No se presentaron pruebas.',
    answers: 'Lo que respondió',
    noAnswers: 'Nada hasta ahora.',
    reason: 'Motivo',
    note: 'Nota',
    appealAgainst: 'Un recurso contra una decisión',
    appealFound: '¿Se mantiene la decisión?',
    decisionStands: 'La decisión se mantiene',
    otherAnswer: 'Vale la otra respuesta en su lugar',
    placeTo: (claimant: string) => `El lugar queda en su lugar para ${claimant}`,
    decideAppeal: 'Decidir el recurso',
    appealDecided: 'El recurso está decidido.',
    illegalMeans:
      'Se oculta al instante a todo el mundo y se borra lo que se escribió sobre ello. Solo quedan sus huellas.',
    template: 'Empezar con una plantilla',
    noteHints: {
      sides: 'Qué miraste y qué mostraba. Ambas partes pueden leerla.',
      moderators:
        'Qué miraste y qué mostraba. Ninguna página la muestra salvo la de una propuesta, a quienes moderan. Quien sea su objeto puede encontrarla en la copia de lo que se guarda sobre su cuenta.',
    },
    decision: 'Decisión',
    decide: 'Registrar la decisión',
    approve: 'Aprobar',
    reject: 'Rechazar',
    approved: 'Aprobado:',
    rejected: 'Rechazado:',
    openedOn: (day) => `Abierta el ${day}`,
    closedOn: (day) => `Cerrada el ${day}.`,
    closed: 'Disputa cerrada:',
    causes: {
      NO_AGAINST_YES: 'Qué respuesta vale',
      RIVAL_CLAIMS: 'De quién es el lugar',
      REPORT: 'Si lo declarado es falso',
    },
    lapsesOn: (day) => `Si no se muestra nada, el no caduca por sí solo el ${day}.`,
    waitsForYou: 'Se han enviado pruebas: el no vale hasta que decidas.',
    saysNo: 'Dice no, bajo su palabra',
    saysYes: 'Dice sí, y puede decirlo',
    whichStands: '¿Qué respuesta vale?',
    standing: { NO_STANDS: 'Vale el no', YES_STANDS: 'Vale el sí' },
    standingMeans: {
      NO_STANDS:
        'Lo declarado debajo cuenta como revisado por una persona. Un sí a este mismo lugar queda sin efecto.',
      YES_STANDS: 'El no queda sin efecto, y se rechaza lo declarado debajo.',
    },
    outcomes: {
      NO_STANDS: 'Vale el no.',
      YES_STANDS: 'Vale el sí.',
      SETTLED: 'Ya no dicen lo contrario.',
      CLAIM_UPHELD: 'Uno de ellos conserva el lugar.',
      NONE_UPHELD: 'Ninguno de ellos conserva el lugar.',
    },
    endings: {
      NO_EVIDENCE_IN_TIME: 'En 14 días no se mostró nada.',
      EVIDENCE_REVIEWED: 'Se demostró que el lugar es suyo.',
      CLAIMANT_WITHDREW: 'Una parte renunció, o lo que dijo venció.',
    },
    whose: '¿De quién es?',
    nobody: 'Nadie ha demostrado que sea suyo',
    close: 'Cerrar la disputa',
    reasons: {
      EVIDENCE_CONVINCING: 'Las pruebas convencen',
      PUBLIC_RECORD: 'Consta en un registro público',
      MANDATE_SHOWN: 'Se mostró un encargo',
      EVIDENCE_MISSING: 'Faltan pruebas',
      EVIDENCE_CONTRADICTED: 'Las pruebas se contradicen',
      SOMEONE_ELSE: 'Es de otra persona',
      MANDATE_MISSING: 'Falta el encargo',
      PUBLIC_DOMAIN: 'La obra es de dominio público',
      DECEASED_AUTHOR: 'Su autor ha muerto, y no se mostró ningún derecho',
      LEGAL_ORDER: 'Lo exige un tribunal o una autoridad',
      ABUSE: 'Falso a propósito',
      ILLEGAL: 'Mostrarlo es ilegal',
    },
  },

  load: {
    title: 'Cuánto espera y qué se decidió',
    byHarm: 'Casos pendientes, según el daño',
    byAge: 'Casos pendientes, según la espera',
    highest: (count) => `La columna más alta representa ${count}.`,
    inDays: 'En días desde que llegó lo más antiguo del caso.',
    harm: 'Daño',
    age: (from, until) =>
      from === 0
        ? 'menos de un día'
        : until === undefined
          ? `${from} días o más`
          : `de ${from} a ${until} días`,
    table: 'Lo mismo en una tabla',
    span: 'Decisiones de',
    spans: { DAY: 'los últimos 14 días', WEEK: 'las últimas 12 semanas' },
    decided: 'Decidido',
    byReason: 'Decidido, según el motivo',
    since: 'Desde',
    nothingDecided: 'No se decidió nada.',
  },

  beside: {
    showAll: 'Mostrar las imágenes',
    overlay: 'Superponer dos',
    closer: 'Ver de cerca',
    close: 'Cerrar',
    inCommon: 'De qué se trata en ambos casos',
    pictures: 'Imágenes en el catálogo',
    work: 'Su obra:',
    roles: {
      LOCATION: 'donde dice que está',
      PLACE: 'en el lugar',
      MATCH: 'donde se encontró la obra',
      SAME_PICTURE: 'la misma imagen en otra parte',
    },
    bits: (count) => `difieren ${count} de 256 bits`,
    found: 'Lo que encontró una máquina',
    nothing: 'No se encontró nada al respecto.',
    decidesNothing: 'Te informa y no decide nada.',
    earliest: 'Consta desde',
    earliestFrom: 'Según la fecha que el conjunto de datos da de su publicación.',
    undated: ({ shown, form }) =>
      form === 'one'
        ? 'Otro conjunto que la tiene no da fecha.'
        : `Otros ${shown} que la tienen no dan fecha.`,
    names: 'Nombres en los pies de imagen',
    own: (own, all) => `${own} de ${all} nombran a quien lo declara.`,
    noOwn: 'Quien lo declara no ha dicho ningún nombre suyo.',
    namesFrom: ({ shown, form }) =>
      form === 'one'
        ? 'Leído en un pie de imagen y en la autoría que da el conjunto.'
        : `Leído en ${shown} pies de imagen y en la autoría que dan los conjuntos.`,
    largest: 'Quién la tiene más grande',
    ownSize: (size) => `Su obra: ${size}`,
    heldSize: (size) => `En el catálogo: ${size}`,
    holdsLargest: 'Nadie más aquí la tiene tan grande.',
    largestFrom: 'Según midió su dispositivo la obra, y según dicen los conjuntos.',
    agreeing: 'Entradas que la tienen',
    agree: ({ shown, form }, datasets) =>
      form === 'one' ? 'Una entrada.' : `${shown} entradas, en conjuntos: ${datasets}.`,
    ofWork: (count) => `Resultaron ser su obra: ${count}.`,
    agreeingFrom: 'Por direcciones, archivos y huellas. Solo se miran unas decenas.',
    noneShown: 'Todavía no se muestra ninguna imagen. Pide primero alguna.',
    frame: 'Las imágenes',
    lower: 'La imagen de abajo',
    upper: 'La que va encima',
    noUpper: 'ninguna',
    shows: 'Cuánto se ve de la de encima',
    difference: 'Mostrar solo dónde difieren',
    mirrored: 'Reflejar la de encima',
    size: 'Tamaño',
    sizeHint: 'Este registro no muestra ninguna imagen de más de 640 píxeles.',
  },

  suspensions: {
    title: 'Cuentas que no pueden hablar',
    lead: 'Dos personas que moderan deciden que nadie escuche una cuenta, o que se la vuelva a escuchar: una lo propone aquí, otra lo confirma en la cola.',
    setAside: {
      name: 'Suspender una cuenta',
      meaning:
        'Se cierra al instante. Lo que dijo, también cada no, vale hasta que otra persona confirme; si lo descarta, la cuenta se vuelve a abrir.',
      of: 'Seudónimo',
      hint: 'Está junto a cada declaración y cada respuesta.',
      submit: 'Cerrarla y proponerlo',
      done: 'Está cerrada. Lo que dijo vale hasta que otra persona que modere confirme.',
    },
    letSpeak: {
      name: 'Dejar que vuelva a hablar',
      meaning: 'Un sí puede volver a contar, así que nada pasa hasta que otra persona confirme.',
      of: 'Identificador de la suspensión',
      hint: 'Buscarlo en el registro de acciones',
      submit: 'Proponer que hable',
    },
  },

  hidden: {
    title: 'Lo que no se puede mostrar a nadie',
    lead: 'Una persona que modera oculta algo al instante. Para volver a mostrarlo hacen falta dos.',
    hide: {
      name: 'Ocultarlo a todo el mundo',
      meaning:
        'Sus filas salen del catálogo y la misma imagen no se muestra en ninguna otra dirección. Solo se guardan sus huellas. Las respuestas quedan como están: un no sigue valiendo.',
      of: 'Dirección de la imagen',
      hint: 'Una dirección. No se oculta una carpeta ni un sitio entero.',
      work: 'La obra',
      submit: 'Ocultarlo ahora',
      done: 'Ya no se le muestra a nadie.',
    },
    showAgain: {
      name: 'Volver a mostrarlo',
      meaning:
        'Nada pasa hasta que otra persona que modere confirme. Lo que se borró vuelve cuando se cargan de nuevo sus datos.',
      of: 'Identificador con el que se ocultó',
      submit: 'Proponer que se muestre',
    },
    showName: {
      name: 'Volver a mostrar el nombre de quien prepara datos',
      meaning:
        'Se muestra al instante en cada comprobación de esa cuenta, en «Quién pregunta», y la cuenta puede darlo otra vez.',
      of: 'Línea del libro de una comprobación que mostraba el nombre',
      submit: 'Mostrar el nombre',
      done: 'El nombre se muestra otra vez.',
    },
  },

  audit: {
    title: 'Lo que se hizo',
    lead: 'Cada decisión de quienes moderan y cada cambio de quien opera el registro, lo más nuevo primero. Aquí nada se puede borrar, y el registro público guarda una huella de cada línea.',
    found: 'Lo encontrado',
    action: 'Qué se hizo',
    actionHint: 'Como está escrito abajo, por ejemplo claim.rejected',
    target: 'A qué',
    targetHint: 'Completo, por ejemplo claim: y su identificador',
    actor: 'Quién lo hizo',
    actorHint: 'Identificador de la cuenta',
    operator: 'quien opera la máquina',
    reasonHint: 'Como se indicó',
    anyReason: 'Cualquier motivo',
    from: 'Desde',
    fromHint: 'El primer día, en UTC',
    until: 'Hasta',
    untilHint: 'El último día, en UTC',
    submit: 'Buscar',
    all: 'Mostrar todo',
    none: 'No se ha hecho nada hasta ahora.',
    noneFits: 'Nada coincide. Deja vacío algún campo, o escribe completas las acciones y los objetos.',
    details: 'Detalles',
    take: 'Como archivo: «assent audit export» en la máquina del registro. Allí «assent audit verify» encuentra todo lo que se cambió.',
  },

  datasets: {
    title: 'Los datos en los que podemos buscar',
    over: 'Conjuntos de datos',
    lead: 'Cada conjunto es una lista de direcciones y pies de imagen que se publicó para entrenar IA. Tenemos las listas, no las imágenes.',
    none: 'Todavía ninguno.',
    medium: 'Contiene',
    media: { IMAGE: 'Imágenes', TEXT: 'Textos', AUDIO: 'Sonidos' },
    publisher: 'Publicado por',
    release: 'Edición',
    source: 'Publicado en',
    licence: 'Licencia de la lista',
    held: 'Filas que tenemos',
    published: 'Filas publicadas',
    unknown: 'No se sabe',
    share: 'Parte en la que se puede buscar aquí',
    vectors: 'Se puede comparar por',
    vectorsOf: (rows, dimensions) => `${counted(rows, 'fila', 'filas')}, ${dimensions} números cada una`,
    since: 'Aquí desde',
    search: 'Buscar en este conjunto',
    filling: 'Se está llenando y todavía no se puede buscar en él.',
    notAll:
      'Lo que aquí no se encuentra puede estar en una parte que no tenemos, o en otra dirección. El no se puede decir igualmente.',
    files: 'De dónde vienen sus filas',
    noFiles: 'No consta ningún archivo.',
    added: (rows) => counted(rows, 'fila añadida', 'filas añadidas'),
    known: (rows) => `${rows.shown} ya estaban`,
    rejected: (rows, reason) => `${rows.shown} que no tenemos: ${reason}`,
    reasons: {
      empty: 'sin dirección',
      'not-a-url': 'lo que pone no es una dirección',
      'not-http': 'no es una dirección de la web',
      'no-host': 'una dirección sin servidor',
    },
    unfinished: 'No se leyó hasta el final',
    inside: 'Qué contiene',
    estimated: 'Son tantas las filas que estas cifras son estimaciones, hechas con una muestra.',
    rows: 'Filas de la lista',
    seeRows: 'Ver sus filas',
    noRows: 'No existe esa lista, o todavía se está llenando.',
    empty: 'Ninguna de sus filas se puede mostrar.',
    nextRows: 'Filas siguientes',
    chooseColumns: 'Elegir las columnas',
    caption: 'Descripción',
    columns: {
      host: 'Sitio',
      author: 'Autoría',
      size: 'Tamaño',
      aesthetic: 'Puntuación estética',
      similarity: 'Ajuste de la descripción',
      watermark: 'Marca de agua',
      unsafe: 'No apta',
      language: 'Idioma',
      licence: 'Licencia',
      answer: 'Respuesta al entrenamiento',
    },
  },

  runsWithAnswer: {
    unproven: 'así se llama a sí mismo',
    runs: (runs) => counted(runs, 'comprobación', 'comprobaciones'),
    means:
      'El registro verificó que sus respuestas incluían esta. Si tu obra estaba en sus archivos, solo lo saben quienes los tienen.',
    whoAsks: 'Quienes quisieron dar su nombre',
  },

  transparency: {
    title: 'Lo que cualquiera puede comprobar',
    lead: 'Todo lo que puede cambiar una respuesta está en un registro público que solo puede crecer. Aquí está lo que contiene, contado, y tu navegador comprueba que no se ha quitado nada.',
    checking: 'Tu navegador está comprobando el registro…',
    unanswered: 'Aquí no se pudo comprobar el registro. Eso no dice ni que esté bien ni que esté mal.',
    unsigned: 'Ninguna clave de confianza ha firmado este registro.',
    changed: 'Este registro NO es el que este navegador vio antes.',
    keepIt:
      'No te fíes de lo que muestra este registro. Guarda esta página y enséñasela a quien lo gestiona y a otras personas: es una prueba.',
    signed: (lines) => `${counted(lines, 'línea está', 'líneas están')} bajo una firma.`,
    first:
      'Tu navegador ha comprobado la firma y recuerda este registro. Vuelve, y comprobará que todo sigue ahí.',
    grown: (lines) =>
      `Tu navegador ha comprobado que lo que vio antes, ${counted(lines, 'línea', 'líneas')}, sigue ahí tal como estaba.`,
    answers: 'Respuestas en pie',
    use: 'Uso',
    answersMean:
      'La última palabra de cada reclamante sobre cada lugar u obra. No todas cuentan: un sí debe demostrarse antes, y también un no para un sitio entero. No se nombra ni se clasifica a nadie.',
    sinceBegin: 'Desde que empezó el registro',
    byMonth: 'Líneas por mes',
    kinds: [
      ['STATEMENT', 'Respuestas dadas'],
      ['WITHDRAWAL', 'Respuestas retiradas'],
      ['CLAIM', 'Lugares y obras reclamados'],
      ['DISPUTE', 'Pasos de disputas'],
      ['RECEIPT', 'Comprobaciones de conjuntos de datos, fechadas para quien las hizo'],
    ],
    whoAsks: {
      title: 'Quién pregunta',
      means:
        'Quienes preparan datos y quisieron dar su nombre al comprobar un conjunto, por su última comprobación. El registro verificó en qué respuestas se apoya cada una. Lo que contó es palabra de quien la hizo: solo quien tiene los archivos puede contar de nuevo. Que se deniegue mucho no es culpa de nadie, y no se clasifica a nadie.',
      nobody: 'Nadie ha querido dar su nombre todavía.',
      nobodyMeans:
        'Eso no significa que nadie pregunte: para preguntar no hace falta cuenta, y no nos dice nada. Y un nombre aquí tampoco significa que alguien respetara las respuestas.',
      proven: 'Han demostrado que este sitio es suyo.',
      unproven: 'Así se llama a sí mismo alguien. Nadie ha comprobado quién es.',
      runs: 'Comprobaciones',
      last: 'La última',
      rows: 'Filas comprobadas',
      denied: 'De ellas, denegadas',
      latest: 'Sus últimas comprobaciones',
      run: (day, uses, size) =>
        `${day}, para: ${uses}; con lo inscrito hasta entonces, ${counted(size, 'línea', 'líneas')} del registro.`,
      counts: ([denied, conditional, allowed, unanswered]) =>
        `Denegadas ${denied ?? ''}, solo con condiciones ${conditional ?? ''}, permitidas ${allowed ?? ''}, sin respuesta ${unanswered ?? ''}.`,
      leaf: (index) => `Línea ${index}, con su prueba`,
      nameless: (runs) =>
        `${counted(runs, 'comprobación más tuvo nombre y ya no lo muestra', 'comprobaciones más tuvieron nombre y ya no lo muestran')}: el nombre se retiró o se ocultó, o el sitio ya no es suyo.`,
      hide: 'Ocultar este nombre',
      hidden: 'El nombre ya no se ve en ninguna comprobación de esta cuenta.',
    },
    check: 'Para mirar y comprobar',
    checkpoint: 'El punto de control firmado de ahora',
    byHand:
      'Cada respuesta tiene una página con su prueba, que tu navegador verifica. El registro entero se puede copiar en archivos y verificar con herramientas que no son nuestras.',
  },

  report: {
    title: 'Contar nombres y sitios',
    lead: 'Cuántas veces aparecen nombres, sitios y direcciones en los conjuntos de datos abiertos que tenemos aquí. La dirección de esta página es la pregunta: guárdala y cualquiera podrá volver a hacerla.',
    subjects: 'Nombres, sitios o direcciones',
    hint: 'Uno por línea, 50 como máximo. Un nombre cuenta donde sus palabras están juntas en una descripción o como autoría.',
    count: 'Contar',
    refused:
      'Una de estas líneas no se puede contar. Escribe nombres, sitios o direcciones, uno por línea y 50 como máximo.',
    subject: 'Qué se cuenta',
    inAll: 'En todos los conjuntos',
    rows: 'Filas',
    pictures: 'Imágenes distintas',
    kinds: { NAME: 'como nombre', PLACE: 'como lugar' },
    held: (rows, published) =>
      published === undefined ? `${rows} filas aquí` : `${rows} de ${published} filas aquí`,
    claimed: (artists) =>
      `En lugares demostrados por ${counted(artists, 'artista que usa este nombre o tiene este sitio', 'artistas que usan este nombre o tienen este sitio')}`,
    matched: 'Imágenes que resultaron ser obras suyas',
    none: 'Ninguna.',
    counted: (moment) => `Contado: ${moment}.`,
    about: 'Los números con ≈ son estimaciones: se encontraron más de 10.000 filas.',
    means:
      'Las filas cuyos bytes nadie conoce se distinguen por su dirección. Un nombre en una descripción dice que alguien lo escribió ahí, no de quién es la imagen.',
    print: 'Imprimir',
    askAgain: 'Para volver a preguntar:',
  },

  meaning: {
    title: 'Búsqueda por significado',
    states: {
      OFF: 'Aquí está desactivada. Un modelo encontraría imágenes por lo que muestran. Assent no trae ninguno y nunca descarga uno por su cuenta. Todo lo demás funciona sin él.',
      NO_WEIGHTS:
        'Está activada, pero los archivos de su modelo todavía no están aquí. Todo lo demás funciona sin ellos.',
      READY: 'Está activada: se encuentran imágenes por lo que muestran.',
      FAILED: 'Está activada, pero su modelo no funciona en este momento. Todo lo demás funciona sin él.',
    },
    forOperators: 'Quien lleva este servidor obtiene un modelo con',
    model: 'El modelo es',
    learned:
      'Los modelos de este tipo aprendieron de imágenes recogidas de la web, por lo general sin preguntar a quienes las hicieron.',
  },

  organisations: {
    title: 'Organizaciones',
    lead: 'Quién habla aquí por artistas: por miembros con contrato, o por personas que dijeron no en su plataforma. Lo que un miembro dice por sí mismo vale siempre.',
    none: 'Ninguna organización habla todavía por nadie.',
    begin: 'Hablar por miembros',
    signIn: 'Para abrir una organización, o aceptar una invitación, entra.',
    invitedBy: 'Te invita',
    proveFirst:
      'Una organización se verifica por su dominio. Reclama el dominio de su web y demuéstralo, con un registro, un archivo, una etiqueta o un correo; después vuelve aquí.',
    prove: 'Reclamar un dominio',
    create: 'Abrir la organización',
    name: 'Nombre, como lo conoce el público',
    kind: 'Por qué habla por otros',
    kinds: { COLLECTIVE: 'Colectivo', PLATFORM: 'Plataforma' },
    kindMeanings: {
      COLLECTIVE: 'Tiene contratos con sus miembros',
      PLATFORM: 'Sus miembros dicen no en su plataforma',
    },
    domain: 'Dominio',
    standing: 'Cómo está',
    states: {
      VERIFIED: 'verificada',
      UNVERIFIED: 'sin verificar',
      DISPUTED: 'en disputa',
      SUSPENDED: 'suspendida',
    },
    stateMeanings: {
      VERIFIED: 'Ha mostrado que controla su dominio.',
      UNVERIFIED:
        'La prueba de su dominio ya no está. Lo que negó sigue negado; nada de lo que permite cuenta.',
      DISPUTED:
        'Otros también han mostrado que controlan su dominio, y decide un moderador. Lo que negó sigue negado; nada de lo que permite cuenta.',
      SUSPENDED: 'Un moderador la ha suspendido. Lo que negó sigue negado; nada de lo que permite cuenta.',
    },
    verifiedBy: 'Verificada por',
    ways: {
      DNS_TXT: 'un registro en el DNS',
      WELL_KNOWN_FILE: 'un archivo en su sitio',
      HTML_LINK: 'una etiqueta en su página',
      DOMAIN_MAIL: 'un correo a quien lleva el dominio',
      OPENID_CONNECT: 'un acceso',
    },
    since: 'Desde',
    members: 'Miembros',
    speaksFor: (members: Amount) => `habla por ${counted(members, 'miembro', 'miembros')}`,
    says: 'Lo que dice por sus miembros',
    saysNothing: 'Nada por ahora.',
    whatCounts:
      'Su no cuenta al instante. Un sí solo cuenta para miembros que lo han confirmado, en obras de las que se ha demostrado que son suyas. El no propio de un miembro vale siempre.',
    invited: 'Te invitan a trabajar con esta organización.',
    accept: 'Aceptar',
    decline: 'Rechazar',
    memberDesk: 'Para quien trabaja aquí',
    private: 'Los nombres y direcciones de los miembros se ven aquí y en ningún otro lugar.',
    confirmed: 'Confirmados por sí mismos',
    left: 'Han salido',
    addresses: 'Direcciones y obras registradas',
    sayNo: 'Decir no por todos los miembros',
    sayNoMeans:
      'No al entrenamiento de IA, para cada dirección de la lista y cada una que venga después. Es una línea del registro público.',
    noMembers: 'Nadie por ahora.',
    notTold: 'Todavía sin aviso.',
    told: (day) => `Con aviso desde el ${day}.`,
    endedOn: (day) => `Terminó el ${day}: ya no habla en su nombre.`,
    removeMember: 'Terminar la pertenencia',
    removeMeans:
      'Ya no habláis en su nombre, y lo que negasteis por esa persona deja de estar negado por vuestra parte. Solo ella puede volver.',
    keepMember: 'Dejarla',
    findMember: 'Buscar a alguien',
    findMemberHint: 'Parte de una referencia, un nombre o una dirección de correo. Vacío muestra todo.',
    find: 'Buscar',
    noneFound: 'Nadie cuya referencia, nombre o dirección contenga eso.',
    forModerators: 'Para quienes moderan',
    suspendMeans:
      'Mientras está suspendida, cada no suyo sigue valiendo, lo que permite queda sin efecto y no nombra a nadie.',
    suspend: 'Suspenderla',
    lift: 'Levantar la suspensión',
    list: 'Una lista de miembros',
    chooseList: 'Elegir una lista (CSV)',
    listHint:
      'Columnas: reference, name, email, address. Una línea por cada dirección de una obra. A cada miembro se le avisa por correo y puede salir con un enlace. Elegida otra vez, una lista no hace nada dos veces.',
    listUnread:
      'Esta lista no tiene ninguna columna llamada reference. Llama a sus columnas reference, name, email y address.',
    became: (done: string, all: string, added: string, known: string, refused: string) =>
      `Líneas leídas: ${done} de ${all}. Nuevas: ${added}. Ya conocidas: ${known}. Rechazadas: ${refused}.`,
    line: (line: string) => `Línea ${line}`,
    faults: {
      REFERENCE: 'No tiene referencia, o tiene una de más de 100 caracteres.',
      NAME: 'El nombre tiene más de 200 caracteres.',
      EMAIL: 'No es una dirección de correo a la que se pueda escribir.',
      ADDRESS: 'No es la dirección web de una obra. Cópiala de la barra de direcciones de un navegador.',
      NO_EMAIL:
        'Alguien nuevo necesita una dirección de correo: a cada miembro se le avisa, y puede salir con un enlace.',
      LEFT: 'Ha salido. Solo esa persona puede volver, con el enlace que se le envió.',
      SETTLED:
        'Se decidió una disputa sobre esta dirección: vale el sí de quien demostró que el lugar es suyo.',
    },
    moreRefused: (more: string) => `Y ${more} más.`,
    chooseAgain: 'Corrígelas y elige la lista otra vez: lo que ya consta se salta.',
    byProgram:
      'Una plataforma transmite los noes con un programa, con una clave que no puede hacer nada más. Crea una con el permiso «Transmitir» en tu página de cuenta.',
    staff: 'Quién trabaja aquí',
    roles: { OWNER: 'Titular', EDITOR: 'Edición', VIEWER: 'Solo lectura' },
    roleMeanings: {
      OWNER: 'Todo lo de edición, y decide quién trabaja aquí.',
      EDITOR: 'Nombra miembros y responde por ellos.',
      VIEWER: 'Ve miembros y respuestas, y no cambia nada.',
    },
    leave: 'Salir',
    remove: 'Quitar',
    waits: (day: string) => `con invitación hasta el ${day}`,
    invite: 'Invitar',
    email: 'Dirección de correo',
    role: 'Qué puede hacer',
  },

  mandates: {
    title: 'Quién habla por ti',
    meaning:
      'La organización a la que se lo retires ya no habla por ti desde ahora. Lo que dices tú sigue en pie.',
    revoke: 'Retirarlo',
  },

  membership: {
    title: 'Quién habla por tus obras',
    nothing:
      'Este enlace no lleva a ninguna pertenencia: está incompleto, o se envió otro más nuevo. Usa entero el enlace del último correo.',
    speaks: 'dice que habla por ti por contrato.',
    spoke: 'hablaba por ti.',
    hasLeft: (day: string) => `Saliste el ${day}. Ya no habla por ti.`,
    saysNo: 'Tú dices no. Eso vale diga lo que diga quien hable por ti.',
    isConfirmed: 'Has confirmado que puede responder por ti.',
    noMoreMail: 'Nadie te volverá a escribir sobre pertenencias.',
    said: 'Lo que dice por tus obras',
    leave: {
      name: 'Que ya no hable por ti',
      action: 'Terminar la pertenencia',
      meaning:
        'Desde ahora ya no habla por ti. Su no a tus obras termina; tu nombre y tu dirección se borran.',
    },
    sayNo: {
      name: 'Decir no por ti',
      action: 'Digo no',
      meaning:
        'No al entrenamiento de IA, en tu propio nombre, para las obras de arriba. Vale junto a lo que diga la organización, y se queda cuando sales.',
    },
    confirm: {
      name: 'Dejar que responda por ti',
      action: 'Confirmo',
      meaning:
        'Entonces también puede decir sí por ti, en obras de las que se ha demostrado que son tuyas. Solo usos futuros; puedes terminarlo aquí cuando quieras.',
    },
    named: 'Obras tuyas que nombró',
    history: 'Lo que ha pasado',
    grades: {
      PASSED_ON: 'Transmitido por una plataforma',
      ATTESTED: 'Dicho por la organización',
      CONFIRMED: 'Confirmado por ti',
    },
    until: (day: string) => `hasta el ${day}`,
    ended: (day: string) => `terminó el ${day}`,
    refuseMail: 'No más correos como este',
  },

  limits: {
    title: 'Lo que Assent no puede hacer',
    lead: 'Antes de confiar en un registro público conviene saber lo que vale. Estos son sus límites, uno por uno.',
    whatHelps: 'Lo que ayuda:',
    nothingAnswers: 'Para esto no hay respuesta.',
    list: limits,
    close:
      'Lo que queda merece la pena: una respuesta clara, pública y con fecha, que nadie puede cambiar a escondidas.',
  },

  notFound: {
    title: 'Aquí no hay nada',
    text: 'Quizá la dirección esté mal escrita, o este registro no conozca lo que nombraba.',
    home: 'Ir al inicio',
  },

  broken: {
    title: 'Esta página ha fallado',
    text: 'La culpa es nuestra. Nada de lo que inscribiste se ve afectado. Suele bastar con volver a cargar la página.',
    offline: {
      title: 'Esta página no ha llegado',
      text: 'No había conexión cuando se pidió. Nada de lo que inscribiste se ve afectado. Inténtalo de nuevo cuando la tengas.',
    },
  },

  copy: {
    action: 'Copiar',
    done: 'Copiado.',
    selected: 'Seleccionado. Cópialo con la orden de tu dispositivo.',
  },

  problems: {
    retry: 'Intentarlo de nuevo',
    unreachable: {
      title: 'No se pudo llegar al registro.',
      nextStep: 'Comprueba tu conexión e inténtalo de nuevo. Lo que escribiste sigue aquí.',
    },
    'sign-in-needed': { title: 'No has entrado.', nextStep: 'Entra y vuelve aquí.' },
    forbidden: {
      title: 'No tienes acceso a esto.',
      nextStep: 'Si deberías tenerlo, pide a quien lleva este registro que cambie tu función.',
    },
    'too-many-requests': {
      title: 'Llegaron demasiadas peticiones desde tu dirección.',
      nextStep: 'Espera un minuto e inténtalo de nuevo.',
    },
    'search-too-long': {
      title: 'Esta búsqueda tardó demasiado y se interrumpió.',
      nextStep:
        'Nada de ella es una respuesta. Usa palabras menos frecuentes, o más palabras, elige un solo conjunto de datos o deja el orden en «Mejor coincidencia».',
    },
    'log-unanswered': {
      title: 'El registro no da respuestas en este momento.',
      nextStep:
        'Su libro no está en orden, y lo que le falta podría cambiar una respuesta. Que no haya respuesta no es un permiso. Inténtalo más tarde; si dura, avisa a quien lleva este registro.',
    },
    'log-closed': {
      title: 'El registro no anota nada en este momento.',
      nextStep:
        'Su libro no está en orden y no admite más líneas. No se ha anotado nada de esto. Inténtalo más tarde; si dura, avisa a quien lleva este registro.',
    },
    'log-stopped': {
      title: 'El registro ha dejado de anotar.',
      nextStep:
        'No se pudo escribir en su libro con seguridad. Nadie puede decir aún si esto quedó anotado, así que no cuentes con ello. Cuando el registro vuelva a funcionar, mira si está antes de enviarlo otra vez.',
    },
    failed: {
      title: 'Algo falló por nuestra parte.',
      nextStep: 'Inténtalo de nuevo. Si sigue fallando, avisa a quien lleva este registro.',
    },
  },

  refusals: {
    ALREADY_DECIDED: {
      title: 'Sobre este lugar ya terminó una disputa, y lo que hay ahora no pesa más que aquello.',
      nextStep: 'Añade a esto lo que lo demuestre: si convence a un moderador, se vuelve a abrir.',
    },
    ALREADY_CLAIMED: {
      title: 'Ya consta que este lugar es de alguien.',
      nextStep: 'Si es tuyo, demuéstralo: entonces lo mirará un moderador.',
    },
    ASK_QUOTA: {
      title: 'Has llegado al número de respuestas sin comprobar que admite una cuenta.',
      nextStep:
        'Demuestra que un lugar es tuyo y responde por él entero, o retira respuestas que ya no necesites.',
    },
    CHALLENGE_EXPIRED: {
      title: 'El código ha caducado.',
      nextStep: 'Pide un código nuevo y cambia el archivo para que coincida.',
    },
    CHALLENGE_FAILED: {
      title: 'No encontramos el archivo como debía estar.',
      nextStep: 'Revisa su dirección y su contenido y vuelve a comprobar.',
    },
    EMAIL_TAKEN: {
      title: 'Ya hay una cuenta con este correo.',
      nextStep: 'Entra con ella o usa otro correo.',
    },
    IDEMPOTENCY_CONFLICT: {
      title: 'Esta petición ya se envió con otro contenido.',
      nextStep: 'Vuelve a empezar la respuesta.',
    },
    INVALID_ADDRESS: {
      title: 'Esta dirección no se puede usar.',
      nextStep: 'Debería ser algo como example.com/dibujos/zorro.jpg.',
    },
    INVALID_EMAIL: {
      title: 'Esto no parece un correo electrónico.',
      nextStep: 'Revísalo e inténtalo de nuevo.',
    },
    INVALID_INPUT: { title: 'Falta algo o algo no encaja.', nextStep: 'Revisa lo que escribiste.' },
    INVALID_SEARCH: {
      title: 'Con esto no se puede buscar.',
      nextStep: 'Prueba con otras palabras, una dirección o un sitio.',
    },
    LAST_OWNER: {
      title: 'La última propietaria se queda.',
      nextStep: 'Haz propietaria primero a otra persona.',
    },
    ORGANISATION_UNVERIFIED: {
      title: 'La organización no está verificada ahora.',
      nextStep: 'Su página dice por qué. Lo que negó sigue negado mientras tanto.',
    },
    MAIL_DISABLED: {
      title: 'Este registro no puede enviar correo.',
      nextStep: 'Usa una contraseña.',
    },
    MEANING_UNAVAILABLE: {
      title: 'Así no se puede buscar por significado.',
      nextStep: 'Busca con palabras o con una imagen.',
    },
    NOT_FOUND: { title: 'Esto no existe o no es tuyo.', nextStep: 'Vuelve a tu mesa y elige de la lista.' },
    NOT_OWN_WORKS: {
      title: 'Un sí cuenta solo para obras propias.',
      nextStep: 'Marca que son obras tuyas, o di que no.',
    },
    PICTURE_REFUSED: {
      title: 'Con esta imagen no se puede buscar.',
      nextStep: 'Prueba con otra, guardada como JPEG o PNG.',
    },
    PUBLIC_SUFFIX: {
      title: 'Este nombre lo comparten muchas personas.',
      nextStep: 'Responde por tu propia dirección o carpeta dentro de él.',
    },
    ROLE_HELD: {
      title: 'No se puede borrar una cuenta de moderación o administración.',
      nextStep: 'Quien lleva este registro tiene que quitarle antes esa función.',
    },
    SECOND_FACTOR_NEEDED: {
      title: 'Esta cuenta pide un segundo paso.',
      nextStep: 'Escribe el código de tu aplicación de autenticación, o uno de tus códigos de recuperación.',
    },
    TERMS_MISSING: {
      title: 'Faltan las condiciones.',
      nextStep: 'Rellena al menos una: crédito, licencia, precio o contacto.',
    },
    TOO_MANY_ATTEMPTS: {
      title: 'Demasiados intentos.',
      nextStep: 'Espera unos minutos e inténtalo de nuevo.',
    },
    WEAK_PASSWORD: {
      title: 'Esta contraseña es demasiado fácil de adivinar.',
      nextStep: 'Elige una más larga, con unas cuantas palabras.',
    },
    WRONG_CREDENTIALS: {
      title: 'No coincide.',
      nextStep: 'Revisa lo que escribiste o pide un código nuevo.',
    },
  },
};
