import { defineQuestions } from '../kernel/decision.js';

/** What the manual leaves open about assigning by hand, and how we read it. */
export const questions = /* @__PURE__ */ defineQuestions({
  'LA-1': {
    question: {
      es: '¿Empieza la asignación manual a las dos horas exactas de búsqueda?',
      en: 'Does manual assignment begin at exactly two hours of searching?',
    },
    reading: {
      es: 'Todavía no: empieza apenas se superan las dos horas.',
      en: 'Not yet: it begins as soon as the two hours are exceeded.',
    },
    other: {
      es: 'Sí: empieza al cumplirse las dos horas.',
      en: 'Yes: it begins when the two hours are complete.',
    },
    why: {
      es: 'La línea 2 pide «más de» dos horas, y dos horas exactas no son más.',
      en: 'Line 2 asks for “more than” two hours, and exactly two are not more.',
    },
  },
  'LA-2': {
    question: {
      es: '¿Desde cuándo se cuentan las dos horas de búsqueda?',
      en: 'From when are the two hours of searching counted?',
    },
    reading: {
      es: 'Desde la última vez que la mudanza entró en «Buscando Empresa».',
      en: 'From the last time that the move entered “Buscando Empresa”.',
    },
    other: {
      es: 'Desde que la mudanza se creó o se pagó.',
      en: 'From when the move was created or paid for.',
    },
    why: {
      es: 'Lo que se mide es el tiempo en ese estado, así que una mudanza que vuelve a él empieza de cero.',
      en: 'What is measured is the time in that status, so a move that comes back to it starts again.',
    },
  },
  'LA-3': {
    question: {
      es: '¿Las horas de espera son horas corridas u horas de trabajo?',
      en: 'Are the hours of waiting elapsed hours or working hours?',
    },
    reading: {
      es: 'Son horas corridas, de día y de noche.',
      en: 'They are elapsed hours, by day and by night.',
    },
    other: {
      es: 'Son horas de trabajo, según un calendario de atención.',
      en: 'They are working hours, by a business calendar.',
    },
    why: {
      es: 'El manual no menciona ningún horario de atención, y las horas corridas no dependen de los cambios de hora.',
      en: 'The manual mentions no hours of business, and elapsed hours do not depend on changes of the clocks.',
    },
  },
  'LA-4': {
    question: {
      es: '¿Corresponde enviar las listas cuando se cumple exactamente una hora del reenvío?',
      en: 'Are the lists due when exactly one hour has passed since the re-send?',
    },
    reading: {
      es: 'Sí: corresponde desde ese mismo instante.',
      en: 'Yes: they are due from that very instant.',
    },
    other: {
      es: 'Todavía no: corresponde apenas se supera la hora.',
      en: 'Not yet: they are due as soon as the hour is exceeded.',
    },
    why: {
      es: 'La línea 7 nombra el momento mismo, sin el «más de» que la línea 2 usa para las dos horas.',
      en: 'Line 7 names the moment itself, without the “more than” that line 2 uses for the two hours.',
    },
  },
  'LA-5': {
    question: {
      es: '¿Desde cuándo se cuenta la hora que precede a las listas?',
      en: 'From when is the hour before the lists counted?',
    },
    reading: {
      es: 'Desde que el reenvío se hizo efectivamente.',
      en: 'From when the re-send was actually made.',
    },
    other: {
      es: 'Desde que correspondía hacer el reenvío.',
      en: 'From when the re-send was due.',
    },
    why: {
      es: 'La línea 7 cuenta desde que se hace la difusión, y no desde que tocaba hacerla.',
      en: 'Line 7 counts from making the broadcast, and not from when it should have been made.',
    },
  },
  'LA-6': {
    question: {
      es: '¿Qué pasa si el reenvío se pulsa otra vez en la misma ronda?',
      en: 'What if the re-send is pressed again in the same round?',
    },
    reading: {
      es: 'Vale el primero, y el segundo no cambia nada.',
      en: 'The first one counts, and the second changes nothing.',
    },
    other: {
      es: 'Con el segundo, la hora de espera empieza otra vez.',
      en: 'With the second one the hour of waiting begins again.',
    },
    why: {
      es: 'De otro modo, repetir el reenvío postergaría las listas sin fin.',
      en: 'Otherwise, repeating the re-send would put the lists off for ever.',
    },
  },
  'LA-7': {
    question: {
      es: '¿Qué pasa con un reenvío hecho antes de superar las dos horas?',
      en: 'What becomes of a re-send made before the two hours are exceeded?',
    },
    reading: {
      es: 'No se acepta como primer paso, y la hora de espera no empieza a correr.',
      en: 'It is not accepted as the first step, and the hour of waiting does not begin.',
    },
    other: {
      es: 'Vale como primer paso, y la hora de espera corre desde entonces.',
      en: 'It counts as the first step, and the hour of waiting runs from then on.',
    },
    why: {
      es: 'El procedimiento empieza solo después de las dos horas, y lo hecho antes no es parte de él.',
      en: 'The procedure begins only after the two hours, and what was done before is no part of it.',
    },
  },
  'LA-8': {
    question: {
      es: '¿A qué llama el manual «difusión»?',
      en: 'What does the manual mean by “difusión” (broadcast)?',
    },
    reading: {
      es: 'En la línea 7, al reenvío automático; en las demás, a las listas de WhatsApp o a la difusión completa.',
      en: 'In line 7 the automatic re-send; elsewhere the WhatsApp lists, or the whole broadcast.',
    },
    other: {
      es: 'Siempre a las listas de WhatsApp.',
      en: 'Always the WhatsApp lists.',
    },
    why: {
      es: 'La línea 7 solo puede referirse a lo que se acaba de hacer en las líneas 5 y 6, que es el reenvío.',
      en: 'Line 7 can only mean what was just done in lines 5 and 6, which is the re-send.',
    },
  },
  'LA-9': {
    question: {
      es: '¿Son lo mismo MP, colaborador, empresa y equipo?',
      en: 'Are “MP”, “colaborador”, “empresa” and “equipo” the same?',
    },
    reading: {
      es: 'Sí: las cuatro palabras nombran a quien hace la mudanza.',
      en: 'Yes: all four words name the mover.',
    },
    other: {
      es: 'No: por ejemplo, el equipo sería la cuadrilla, y no la empresa.',
      en: 'No: “equipo”, for one, would be the crew, and not the company.',
    },
    why: {
      es: 'Entre las líneas 5 y 22 el manual usa una por otra.',
      en: 'Between lines 5 and 22 the manual uses one for another.',
    },
  },
  'LA-10': {
    question: {
      es: '¿Las listas de WhatsApp se arman por cubicaje o por región?',
      en: 'Are the WhatsApp lists drawn up by volume class or by region?',
    },
    reading: {
      es: 'Por un solo criterio, el que se elija; mientras nadie elija, por cubicaje.',
      en: 'By a single criterion, whichever is chosen; as long as nobody chooses, by volume class.',
    },
    other: {
      es: 'Por los dos a la vez: basta con que uno calce, y cada MP recibe un solo mensaje.',
      en: 'By both at once: it is enough that one fits, and each mover gets one message.',
    },
    why: {
      es: 'La línea 8 ofrece un criterio o el otro, y nombra antes el cubicaje.',
      en: 'Line 8 offers the one or the other, and names the volume class first.',
    },
    parameter: 'segmentBy',
  },
  'LA-11': {
    question: {
      es: '¿Qué volumen abarca cada cubicaje: mini, light, full y black?',
      en: 'What volume does each class hold: mini, light, full and black?',
    },
    reading: {
      es: 'Son cuatro nombres sin medidas, y cuál corresponde lo dice la plataforma.',
      en: 'They are four names without measures, and the platform says which one applies.',
    },
    other: {
      es: 'Son tramos de metros cúbicos, que las reglas deben conocer.',
      en: 'They are ranges of cubic metres, which the rules must know.',
    },
    why: {
      es: 'El manual no da ninguna medida, y black podría ser un nivel de servicio y no un tamaño.',
      en: 'The manual gives no measures, and black might be a level of service and not a size.',
    },
  },
  'LA-12': {
    question: {
      es: '¿Cuánto se espera a los MP de las listas y de la búsqueda inter?',
      en: 'How long does one wait for the movers of the lists and of the inter search?',
    },
    reading: {
      es: 'Sin límite: una persona declara que no apareció nadie.',
      en: 'Without a limit: a person declares that nobody was found.',
    },
    other: {
      es: 'Una hora, como después del reenvío.',
      en: 'One hour, as after the re-send.',
    },
    why: {
      es: 'El manual no da ningún plazo para esos pasos, e inventar uno dejaría fuera a quien aún puede aceptar.',
      en: 'The manual gives no term for these steps, and inventing one would leave out movers who may still accept.',
    },
  },
  'LA-13': {
    question: {
      es: '¿Cuántos MP son «varios» cuando rechazan por el precio?',
      en: 'How many movers are “varios” (several) when they decline because of the price?',
    },
    reading: {
      es: 'Dos MP distintos.',
      en: 'Two distinct movers.',
    },
    other: {
      es: 'Tres MP distintos.',
      en: 'Three distinct movers.',
    },
    why: {
      es: 'La palabra excluye a uno solo, y dos es el menor número que queda.',
      en: 'The word excludes a single one, and two is the smallest number left.',
    },
    parameter: 'several',
  },
  'LA-14': {
    question: {
      es: '¿Cuántas veces se informan los rechazos por el precio?',
      en: 'How often are the refusals over the price reported?',
    },
    reading: {
      es: 'Una sola vez por ronda de búsqueda, cuando ya son varios.',
      en: 'Once in a round of the search, when there are several.',
    },
    other: {
      es: 'Otra vez con cada nuevo rechazo.',
      en: 'Again with each further refusal.',
    },
    why: {
      es: 'Un aviso basta para que se revise el precio, y repetirlo no pide nada nuevo.',
      en: 'One report is enough for the price to be reviewed, and repeating it asks for nothing new.',
    },
  },
  'LA-15': {
    question: {
      es: '¿Qué sigue a la revisión del precio?',
      en: 'What follows the review of the price?',
    },
    reading: {
      es: 'Nada ocurre por sí solo.',
      en: 'Nothing happens by itself.',
    },
    other: {
      es: 'Otra difusión, con el precio nuevo.',
      en: 'Another broadcast, with the new price.',
    },
    why: {
      es: 'El manual no describe qué se hace con un precio nuevo.',
      en: 'The manual does not describe what is done with a new price.',
    },
  },
  'LA-16': {
    question: {
      es: '¿Quién es el primero que responde?',
      en: 'Who is the first to answer?',
    },
    reading: {
      es: 'El MP que aceptó antes que los demás.',
      en: 'The mover who accepted before the others.',
    },
    other: {
      es: 'El MP que contestó antes que los demás, aunque no fuera para aceptar.',
      en: 'The mover who answered anything before the others, even if it was no acceptance.',
    },
    why: {
      es: 'La frase de la línea 12 trata solo de los MP que confirman.',
      en: 'The sentence of line 12 is only about movers who confirm.',
    },
  },
  'LA-17': {
    question: {
      es: '¿Qué pasa si un MP cambia de opinión?',
      en: 'What if a mover changes their mind?',
    },
    reading: {
      es: 'Un «no» retira el «sí»; un «sí» posterior toma el lugar que le da su hora, y repetir el «sí» conserva el lugar.',
      en: 'A “no” takes the “yes” back; a “yes” after it takes the place that its time gives it, and a repeated “yes” keeps its place.',
    },
    other: {
      es: 'Vale la primera respuesta, y lo que se diga después no la cambia.',
      en: 'The first answer counts, and what is said after it does not change it.',
    },
    why: {
      es: 'Quien se retiró no hará el servicio, quien vuelve no debe adelantarse, y repetir el «sí» no debe costar el lugar.',
      en: 'Whoever withdrew will not do the service, whoever comes back must not overtake others, and repeating a “yes” must not cost the place.',
    },
  },
  'LA-18': {
    question: {
      es: '¿Quién va primero si dos MP aceptan en el mismo instante?',
      en: 'Who comes first if two movers accept at the same instant?',
    },
    reading: {
      es: 'El MP cuya respuesta llegó antes.',
      en: 'The mover whose answer arrived first.',
    },
    other: {
      es: 'El MP con el identificador menor.',
      en: 'The mover with the lowest id.',
    },
    why: {
      es: 'El orden de llegada es lo más parecido a haber sido el primero.',
      en: 'The order of arrival is what comes closest to having been first.',
    },
  },
  'LA-19': {
    question: {
      es: '¿Qué se hace si tras «Enviar oferta» el MP no figura como ganador o su chat no está habilitado?',
      en: 'What if, after “Enviar oferta”, the mover is not shown as the winner, or their chat is not enabled?',
    },
    reading: {
      es: 'Se vuelve a revisar, y se pasa al siguiente MP solo si la oferta se da por fallida o el MP se retira.',
      en: 'One looks again, and passes to the next mover only if the offer is declared failed or the mover withdraws.',
    },
    other: {
      es: 'Se pasa de inmediato al siguiente MP que aceptó.',
      en: 'One passes at once to the next mover who accepted.',
    },
    why: {
      es: 'Lo único que pide el manual es no avisar al MP antes de las dos comprobaciones.',
      en: 'All that the manual asks is not to tell the mover before both checks.',
    },
  },
  'LA-20': {
    question: {
      es: '¿Vale una aceptación que llega después del reenvío y antes de las listas?',
      en: 'Does an acceptance count that arrives after the re-send and before the lists?',
    },
    reading: {
      es: 'Sí: cuenta en el mismo orden que las demás.',
      en: 'Yes: it counts in the same order as the others.',
    },
    other: {
      es: 'No: solo cuentan las respuestas a las listas.',
      en: 'No: only answers to the lists count.',
    },
    why: {
      es: 'Quien acepta entonces acepta el mismo servicio, y ya no hace falta buscar más.',
      en: 'Whoever accepts then accepts the same service, and no further search is needed.',
    },
  },
  'LA-21': {
    question: {
      es: '¿Qué hace que un servicio sea inter?',
      en: 'What makes a service inter?',
    },
    reading: {
      es: 'La categoría que tiene en el sistema.',
      en: 'The category that it has in the system.',
    },
    other: {
      es: 'Que el origen y el destino estén en regiones distintas.',
      en: 'That origin and destination lie in different regions.',
    },
    why: {
      es: 'En la línea 18 inter es una categoría por la que se filtra.',
      en: 'In line 18 inter is a category to filter by.',
    },
  },
  'LA-22': {
    question: {
      es: '¿Qué extremo de la otra mudanza tiene que calzar con el servicio?',
      en: 'Which end of the other move has to fit the service?',
    },
    reading: {
      es: 'Cualquiera de los dos, con cualquiera de los del servicio; van primero las mudanzas que se encadenan con él.',
      en: 'Either of the two, with either of those of the service; moves that make a chain with it come first.',
    },
    other: {
      es: 'Solo el que las encadena: la otra empieza donde termina el servicio, o termina donde este empieza.',
      en: 'Only the one that makes a chain: the other begins where the service ends, or ends where it begins.',
    },
    why: {
      es: 'Las líneas 17 y 19 hablan de estar en la zona y de un extremo u otro, que es más amplio que el único ejemplo.',
      en: 'Lines 17 and 19 speak of being in the zone and of one end or the other, which is wider than the one example.',
    },
    parameter: 'matchMode',
  },
  'LA-23': {
    question: {
      es: '¿Qué es una zona, y se incluyen los extremos del rango de fechas?',
      en: 'What is a zone, and are the ends of the date range included?',
    },
    reading: {
      es: 'La zona es la región, y el rango incluye el primer y el último día.',
      en: 'The zone is the region, and the range includes its first and its last day.',
    },
    other: {
      es: 'La zona es la ciudad o la comuna, y el rango no incluye el último día.',
      en: 'The zone is the city or the commune, and the range does not include its last day.',
    },
    why: {
      es: 'El ejemplo del manual nombra una región, y el rango de un cliente sin flexibilidad es de un solo día.',
      en: 'The example of the manual names a region, and the range of a client without flexibility is a single day.',
    },
  },
  'LA-24': {
    question: {
      es: '¿Cuáles son las tres alternativas si la mudanza no es inter?',
      en: 'Which are the three alternatives if the move is not inter?',
    },
    reading: {
      es: 'Las que le corresponden, que son dos: el reenvío y las listas.',
      en: 'Those that apply to it, which are two: the re-send and the lists.',
    },
    other: {
      es: 'Tres al pie de la letra, de modo que solo una mudanza inter llega al contacto con el cliente.',
      en: 'Literally three, so that only an inter move gets to the contact with the client.',
    },
    why: {
      es: 'La línea 16 llama opción adicional a la tercera, y al pie de la letra ninguna mudanza local tendría salida.',
      en: 'Line 16 calls the third an additional option, and taken literally no local move would have a way out.',
    },
  },
  'LA-25': {
    question: {
      es: '¿Cuál es el plazo para dar la imposibilidad?',
      en: 'What is the period for declaring a move impossible?',
    },
    reading: {
      es: 'El que alguien indique para cada mudanza; si falta, se pide el dato.',
      en: 'The one that somebody states for each move; where it is missing, it is asked for.',
    },
    other: {
      es: 'El que resulta de las reglas sobre los tres días antes de la mudanza.',
      en: 'The one that follows from the rules on the three days before the move.',
    },
    why: {
      es: 'El manual no lo define, y la línea 39 muestra que también se contacta con más de tres días por delante.',
      en: 'The manual does not define it, and line 39 shows that contact also happens with more than three days to go.',
    },
  },
  'LA-26': {
    question: {
      es: '¿Qué se hace si la búsqueda se agotó, pero fuera del plazo para dar la imposibilidad?',
      en: 'What if the search is exhausted, but outside the period for declaring the move impossible?',
    },
    reading: {
      es: 'Se espera, y un MP aún puede aceptar; solo con fechas nuevas del cliente se le da la noticia sin mirar el plazo.',
      en: 'One waits, and a mover may still accept; only on new dates of the client is the news given whatever the period.',
    },
    other: {
      es: 'Se contacta al cliente de todos modos.',
      en: 'The client is contacted all the same.',
    },
    why: {
      es: 'La línea 22 pide las dos condiciones a la vez, y la 34 da la noticia de la nueva búsqueda sin nombrar plazo.',
      en: 'Line 22 asks for both conditions at once, and line 34 gives the news of the new search and names no period.',
    },
  },
  'LA-27': {
    question: {
      es: '¿Qué pasa si el MP ya asignado abandona la mudanza?',
      en: 'What if the mover who was assigned gives the move up?',
    },
    reading: {
      es: 'Empieza otra ronda, y las dos horas se cuentan desde el abandono.',
      en: 'Another round begins, and the two hours are counted from then.',
    },
    other: {
      es: 'Se va directamente a las listas de WhatsApp.',
      en: 'One goes straight to the WhatsApp lists.',
    },
    why: {
      es: 'El manual no lo trata, y la mudanza está otra vez en «Buscando Empresa».',
      en: 'The manual does not deal with it, and the move is in “Buscando Empresa” again.',
    },
  },
  'LA-28': {
    question: {
      es: '¿Qué pasa si el día de la mudanza es hoy, o ya pasó, y todavía se busca un MP?',
      en: 'What if the day of the move is today, or has passed, and a mover is still looked for?',
    },
    reading: {
      es: 'Si es hoy, la búsqueda sigue igual; si se sabe que la fecha ya pasó, el caso no está cubierto.',
      en: 'If it is today, the search goes on as it is; if the date is known to have passed, the case is not covered.',
    },
    other: {
      es: 'La búsqueda se detiene en los dos casos.',
      en: 'The search stops in both cases.',
    },
    why: {
      es: 'De cuánto falta para la mudanza hablan solo las reglas del contacto con el cliente.',
      en: 'Only the rules on the contact with the client speak of how near the move is.',
    },
  },
  'LA-29': {
    question: {
      es: '¿Qué se hace si el cliente cancela mientras se busca un MP?',
      en: 'What if the client cancels while a mover is looked for?',
    },
    reading: {
      es: 'La búsqueda termina ahí, y a los MP no se les avisa nada.',
      en: 'The search ends there, and movers are told nothing.',
    },
    other: {
      es: 'Además se avisa a los MP que habían aceptado.',
      en: 'Besides, the movers who had accepted are told.',
    },
    why: {
      es: 'El manual no lo describe, y quién había aceptado queda registrado para quien quiera avisarles.',
      en: 'The manual does not describe it, and who had accepted stays on record for whoever wants to tell them.',
    },
  },
  'LA-30': {
    question: {
      es: '¿De qué lugar se toma la hora local?',
      en: 'From which place is the local time taken?',
    },
    reading: {
      es: 'Del origen del servicio; si no se conoce, rige la zona configurada, que mientras nadie la cambie es la de Santiago de Chile.',
      en: 'From the origin of the service; if that is not known, the configured zone holds, which is that of Santiago, Chile, as long as nobody changes it.',
    },
    other: {
      es: 'Del lugar donde trabaja quien asigna.',
      en: 'From the place where whoever assigns is working.',
    },
    why: {
      es: 'La línea 18 filtra por país, así que hay más de uno, y dentro de Chile tampoco hay una sola hora.',
      en: 'Line 18 filters by country, so there is more than one, and within Chile there is not one time either.',
    },
  },
});

/** The code of an open question of this system. */
export type QuestionCode = keyof typeof questions;
