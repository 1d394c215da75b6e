import { defineQuestions } from '../kernel/decision.js';

/** What the manual leaves open about the conversations of the bot, and how we read it. */
export const questions = /* @__PURE__ */ defineQuestions({
  'ME-1': {
    question: {
      es: '¿Queda cerrada la conversación después de «Close Conversation»?',
      en: 'Is the conversation closed after “Close Conversation”?',
    },
    reading: {
      es: 'No: dados los tres pasos del cierre, queda abierta (en azul), con el bot activo y sin agente asignado.',
      en: 'No: once the three closing steps are taken it is open (blue), with the bot on and nobody assigned.',
    },
    other: {
      es: 'Sí: queda cerrada.',
      en: 'Yes: it is closed.',
    },
    why: {
      es: 'La línea 78 dice cómo debe quedar, y según la línea 76 el botón solo quita la asignación.',
      en: 'Line 78 says how it must end up, and by line 76 the button only takes the assignment away.',
    },
  },
  'ME-2': {
    question: {
      es: '¿Debe estar clasificada, y por tanto tener agente, también la conversación que pasó por el cierre?',
      en: 'Must a conversation that was closed out be classified, too, and so have an agent?',
    },
    reading: {
      es: 'No: la clasificación se pide solo hasta el cierre.',
      en: 'No: classification is asked for only until the close-out.',
    },
    other: {
      es: 'Sí: la clasificación se pide siempre.',
      en: 'Yes: classification is always asked for.',
    },
    why: {
      es: 'El paso de la línea 76 le quita el agente a propósito.',
      en: 'The step in line 76 takes the agent away on purpose.',
    },
    parameter: 'classifyClosedOut',
  },
  'ME-3': {
    question: {
      es: '¿Son dos botones distintos «Close Conversation» y «Conversacion Privada»?',
      en: 'Are “Close Conversation” and “Conversacion Privada” two different buttons?',
    },
    reading: {
      es: 'No: son dos nombres del mismo botón verde.',
      en: 'No: they are two names of the same green button.',
    },
    other: {
      es: 'Sí: hacen cosas distintas.',
      en: 'Yes: they do different things.',
    },
    why: {
      es: 'La línea 76 habla de un solo botón, el verde.',
      en: 'Line 76 speaks of one button, the green one.',
    },
  },
  'ME-4': {
    question: {
      es: '¿Importa el orden de los tres pasos del cierre?',
      en: 'Does the order of the three closing steps matter?',
    },
    reading: {
      es: 'Sí: primero la respuesta de cierre, luego el bot y al final el botón verde.',
      en: 'Yes: first the closing reply, then the bot, and last the green button.',
    },
    other: {
      es: 'No: se dan en cualquier orden.',
      en: 'No: they are taken in any order.',
    },
    why: {
      es: 'El manual los enumera así, y el botón verde quita la asignación, de modo que tiene que ser el último.',
      en: 'The manual lists them so, and the green button takes the assignment away, so it must be the last.',
    },
    parameter: 'closeOrder',
  },
  'ME-5': {
    question: {
      es: '¿Puede cerrar el caso alguien que no lo tiene asignado?',
      en: 'May somebody close a case that is not assigned to them?',
    },
    reading: {
      es: 'No: ni cerrarlo ni darlo por resuelto.',
      en: 'No: neither close it nor call it solved.',
    },
    other: {
      es: 'Sí: también puede el supervisor, que es quien administra.',
      en: 'Yes: the supervisor, who is the administrator, may, too.',
    },
    why: {
      es: 'La línea 69 nombra solo al agente a cargo del caso.',
      en: 'Line 69 names only the agent in charge of the case.',
    },
    parameter: 'closers',
  },
  'ME-6': {
    question: {
      es: '¿Qué significa que la conversación no esté en «ALL»?',
      en: 'What does it mean that the conversation is not in “ALL”?',
    },
    reading: {
      es: 'Que está en una sección distinta de «ALL» y de «NEW»; si no está en ninguna, no está clasificada.',
      en: 'That it is in a section other than “ALL” and “NEW”; if it is in none at all, it is not classified.',
    },
    other: {
      es: 'Nada: «ALL» muestra todas las conversaciones, también las ya ubicadas.',
      en: 'Nothing: “ALL” shows every conversation, those that have their section as well.',
    },
    why: {
      es: 'Se entiende que ninguna conversación debe quedar suelta, sin asignar.',
      en: 'We take it to mean that no conversation is to be left unassigned.',
    },
    parameter: 'forbiddenSections',
  },
  'ME-7': {
    question: {
      es: '¿Empieza la automatización en el instante exacto en que se cumple la espera desde el fin de la conversación?',
      en: 'Does the automation start at the exact instant at which the wait after the end of the conversation is over?',
    },
    reading: {
      es: 'Sí: empieza en ese mismo instante.',
      en: 'Yes: it starts at that very instant.',
    },
    other: {
      es: 'No: empieza apenas se supera la espera.',
      en: 'No: it starts as soon as the wait is exceeded.',
    },
    why: {
      es: 'El manual dice «1 hora después», no «más de una hora».',
      en: 'The manual says “1 hora después” (an hour afterwards), not more than an hour.',
    },
  },
  'ME-8': {
    question: {
      es: '¿Cuándo termina una conversación?',
      en: 'When does a conversation end?',
    },
    reading: {
      es: 'Cuando se registra que terminó.',
      en: 'When it is recorded that it has ended.',
    },
    other: {
      es: 'Con su último mensaje.',
      en: 'With its last message.',
    },
    why: {
      es: 'La línea 82 habla de que la conversación termine, no de su último mensaje.',
      en: 'Line 82 speaks of the conversation ending, not of its last message.',
    },
  },
  'ME-9': {
    question: {
      es: '¿Qué pasa si el cliente escribe durante la espera?',
      en: 'What if the client writes during the wait?',
    },
    reading: {
      es: 'La espera se interrumpe, y empieza de nuevo la próxima vez que termine la conversación.',
      en: 'The wait is broken off, and begins anew the next time the conversation ends.',
    },
    other: {
      es: 'La espera sigue corriendo.',
      en: 'The wait goes on.',
    },
    why: {
      es: 'Si el cliente vuelve a escribir, la conversación no había terminado.',
      en: 'If the client writes again, the conversation had not ended.',
    },
    parameter: 'resumption',
  },
  'ME-10': {
    question: {
      es: '¿También hay que esperar cuando la etiqueta se pone a mano?',
      en: 'Is there a wait for a tag that was put on by hand, too?',
    },
    reading: {
      es: 'No: la automatización empieza de inmediato.',
      en: 'No: the automation starts at once.',
    },
    other: {
      es: 'Sí: la automatización empieza al cumplirse la espera.',
      en: 'Yes: the automation starts when the wait is over.',
    },
    why: {
      es: 'La línea 83 la da como otra manera de activar la automatización, y no habla de esperar.',
      en: 'Line 83 gives it as another way to start the automation, and does not speak of waiting.',
    },
    parameter: 'manualTag',
  },
  'ME-11': {
    question: {
      es: '¿Qué pasa si algo pide otra vez la carga de un contacto que ya está en el CRM?',
      en: 'What if something asks again to load a contact that is in the CRM already?',
    },
    reading: {
      es: 'Nada: cada contacto se carga una sola vez.',
      en: 'Nothing: each contact is loaded only once.',
    },
    other: {
      es: 'El contacto se carga de nuevo.',
      en: 'The contact is loaded again.',
    },
    why: {
      es: 'El CRM no debe tener contactos repetidos.',
      en: 'The CRM is not to have the same contact twice.',
    },
  },
  'ME-12': {
    question: {
      es: '¿Cómo se lee el «si» del campo «¿subir a CRM manualmente? R3»?',
      en: 'How is the “si” of the field “¿subir a CRM manualmente? R3” read?',
    },
    reading: {
      es: 'Vale con tilde o sin ella, en mayúsculas o minúsculas y con espacios alrededor; «R3» es parte del nombre del campo.',
      en: 'It counts with or without its accent, in any letter case and with spaces around it; “R3” is part of the name of the field.',
    },
    other: {
      es: 'Vale solo si está escrito exactamente así.',
      en: 'It counts only if it is written exactly so.',
    },
    why: {
      es: 'El campo lo llenan personas, y el manual no explica qué es «R3».',
      en: 'People fill the field in, and the manual does not explain what “R3” is.',
    },
  },
  'ME-13': {
    question: {
      es: '¿Qué pasa si se pide cargar a mano un contacto que no se conoce?',
      en: 'What if somebody asks to load by hand a contact that is not known?',
    },
    reading: {
      es: 'El manual no lo cubre, y así se contesta; lo más cercano es pedirle los datos al cliente.',
      en: 'The manual does not cover it, and the answer says so; the nearest thing is to ask the client for the data.',
    },
    other: {
      es: 'Se le piden los datos al cliente, como en la automatización.',
      en: 'The client is asked for the data, as in the automation.',
    },
    why: {
      es: 'La línea 84 vale solo cuando ya se tiene el contacto.',
      en: 'Line 84 is only for a contact that is there already.',
    },
  },
  'ME-14': {
    question: {
      es: '¿Cuándo ha fallado la automatización?',
      en: 'When has the automation failed?',
    },
    reading: {
      es: 'Cuando una persona o el sistema registra que falló.',
      en: 'When a person or the system records that it failed.',
    },
    other: {
      es: 'Cuando pasa cierto tiempo sin que termine.',
      en: 'When it has not finished after a certain time.',
    },
    why: {
      es: 'El manual no da ningún criterio.',
      en: 'The manual gives no criterion.',
    },
  },
  'ME-15': {
    question: {
      es: '¿Qué pasa si el cliente no da sus datos de contacto?',
      en: 'What if the client does not give the contact data?',
    },
    reading: {
      es: 'No hay carga: se siguen esperando los datos, sin recordatorio ni plazo.',
      en: 'There is no load: the data are waited for, with no reminder and no deadline.',
    },
    other: {
      es: 'Se recurre al texto guardado y a la encuesta, como cuando la automatización falla.',
      en: 'The snippet and the survey are used, as when the automation fails.',
    },
    why: {
      es: 'El manual no dice nada de ese caso.',
      en: 'The manual says nothing of that case.',
    },
  },
  'ME-16': {
    question: {
      es: '¿Cómo se escribe la etiqueta «admision y ventas»?',
      en: 'How is the tag “admision y ventas” spelled?',
    },
    reading: {
      es: 'Como en el manual, letra por letra y sin tilde.',
      en: 'As in the manual, letter by letter and without an accent.',
    },
    other: {
      es: 'Con la tilde que le falta.',
      en: 'With the accent that it lacks.',
    },
    why: {
      es: 'La etiqueta es un identificador, y un identificador no se corrige.',
      en: 'The tag is an identifier, and an identifier is not corrected.',
    },
    parameter: 'crmTag',
  },
  'ME-17': {
    question: {
      es: '¿Qué contienen los textos guardados («snippets»), los filtros y la encuesta?',
      en: 'What do the snippets, the filters and the survey contain?',
    },
    reading: {
      es: 'Lo que la empresa tenga en los suyos: aquí no se inventa nada.',
      en: 'Whatever the business has in its own: nothing is invented here.',
    },
    other: {
      es: 'Algo que se inventa para reemplazarlos.',
      en: 'Something made up in their place.',
    },
    why: {
      es: 'En el manual están en imágenes, que el texto no trae.',
      en: 'In the manual they are images, which are not in the text.',
    },
  },
  'ME-18': {
    question: {
      es: '¿Se engancha al bot siempre con el «snippet» número 2?',
      en: 'Is the bot always hooked with snippet number 2?',
    },
    reading: {
      es: 'Se usa ese si la empresa no elige otro.',
      en: 'That one is used unless the business chooses another.',
    },
    other: {
      es: 'Se usa solo ese.',
      en: 'Only that one is used.',
    },
    why: {
      es: 'El manual dice «especialmente», y eso no excluye los otros.',
      en: 'The manual says “especially”, and that does not rule out the others.',
    },
  },
  'ME-19': {
    question: {
      es: 'Ante un comentario, ¿se engancha al bot, se responde al comentario o ambas cosas?',
      en: 'After a comment, is the bot hooked, is the comment answered, or both?',
    },
    reading: {
      es: 'Ambas cosas, aunque el bot haya respondido.',
      en: 'Both, even if the bot has answered.',
    },
    other: {
      es: 'Basta con una de las dos.',
      en: 'Either of the two is enough.',
    },
    why: {
      es: 'La línea 43 las une con una «y».',
      en: 'Line 43 joins them with “and”.',
    },
  },
  'ME-20': {
    question: {
      es: '¿De quién son las ventas que no son de Maracaibo?',
      en: 'Whose are the sales outside Maracaibo?',
    },
    reading: {
      es: 'El manual no lo cubre, y así se contesta, salvo que la empresa dé esos temas a uno de sus usuarios.',
      en: 'The manual does not cover it, and the answer says so, unless the business gives those topics to one of its users.',
    },
    other: {
      es: 'Se reparten por turnos entre los usuarios de ventas.',
      en: 'They are shared out among the sales users in turn.',
    },
    why: {
      es: 'Ventas 3 y Ventas 4 no tienen ámbito declarado, y a Ventas 1 le toca supervisar.',
      en: 'Ventas 3 and Ventas 4 have no stated scope, and Ventas 1 is there to supervise.',
    },
  },
  'ME-21': {
    question: {
      es: '¿Quién lleva un caso de soporte de un departamento de CCO?',
      en: 'Who handles a support case of a department of CCO?',
    },
    reading: {
      es: 'Lo lleva CCO IDEA, y lo supervisa Soporte General.',
      en: 'CCO IDEA handles it, and Soporte General supervises.',
    },
    other: {
      es: 'Lo lleva Soporte General.',
      en: 'Soporte General handles it.',
    },
    why: {
      es: 'La línea 20 da a CCO IDEA todos los casos de esos departamentos, y la línea 26 deja a Soporte General la supervisión.',
      en: 'Line 20 gives CCO IDEA all cases of those departments, and line 26 leaves the supervision to Soporte General.',
    },
    parameter: 'users',
  },
  'ME-22': {
    question: {
      es: '¿Se repite la respuesta del caso 3, y hay un plazo para darla?',
      en: 'Is the answer of case 3 repeated, and is there a deadline for it?',
    },
    reading: {
      es: 'Se envía una vez por cada aviso de que el caso sigue sin solución, y no tiene plazo.',
      en: 'It is sent once for each report that the case is still without a solution, and it has no deadline.',
    },
    other: {
      es: 'Se repite cada cierto tiempo.',
      en: 'It is repeated at regular times.',
    },
    why: {
      es: 'El manual no habla de repetirla ni de un plazo.',
      en: 'The manual speaks neither of repeating it nor of a deadline.',
    },
  },
  'ME-23': {
    question: {
      es: '¿Qué va en el lugar de «(Departamento y agente asignado)»?',
      en: 'What goes in the place of “(Departamento y agente asignado)”?',
    },
    reading: {
      es: 'El nombre del departamento y el del agente; si falta uno, se pide antes de enviar la respuesta.',
      en: 'The name of the department and that of the agent; if one is missing, it is asked for before the answer is sent.',
    },
    other: {
      es: 'Esas mismas palabras.',
      en: 'Those very words.',
    },
    why: {
      es: 'El paréntesis marca un lugar por llenar.',
      en: 'The brackets mark a place to be filled.',
    },
  },
  'ME-24': {
    question: {
      es: '¿Responde el bot mientras soporte lleva un caso?',
      en: 'Does the bot answer while support handles a case?',
    },
    reading: {
      es: 'No: está apagado hasta que se reactiva en el cierre.',
      en: 'No: it is off until it is switched on again in the close-out.',
    },
    other: {
      es: 'Sí: sigue activo.',
      en: 'Yes: it stays on.',
    },
    why: {
      es: 'La línea 75 pide reactivarlo, así que estaba apagado.',
      en: 'Line 75 asks for it to be reactivated, so it was off.',
    },
  },
  'ME-25': {
    question: {
      es: '¿Qué se hace si, además, el cliente no se entiende con el bot?',
      en: 'What is done if the client, besides, cannot get along with the bot?',
    },
    reading: {
      es: 'Si el bot contestó mal, se hace todo lo de ambos casos; si contestó bien, se ayuda al cliente y no se propone la llamada de captación.',
      en: 'If the bot answered wrongly, all that both cases ask for; if it answered well, the client is helped and the capture call is not proposed.',
    },
    other: {
      es: 'Solo lo que pide el primero de los dos casos.',
      en: 'Only what the first of the two cases asks for.',
    },
    why: {
      es: 'El manual trata cada caso por separado, y antes de captar a un cliente hay que ayudarlo.',
      en: 'The manual treats each case by itself, and a client must be helped before anybody tries to win them.',
    },
  },
  'ME-26': {
    question: {
      es: '¿Se propone la llamada de captación a quien no mostró interés?',
      en: 'Is the capture call proposed to a client who showed no interest?',
    },
    reading: {
      es: 'Sí: a todo cliente a quien el bot contestó bien y que se entiende con él.',
      en: 'Yes: to every client whom the bot answered well, and who gets along with it.',
    },
    other: {
      es: 'No: solo a quien mostró interés.',
      en: 'No: only to whoever showed interest.',
    },
    why: {
      es: 'La línea 100 no pone esa condición.',
      en: 'Line 100 does not set that condition.',
    },
  },
  'ME-27': {
    question: {
      es: '¿Se saluda siempre con «buenos días»?',
      en: 'Is the client always greeted with “buenos días” (good morning)?',
    },
    reading: {
      es: 'No: se saluda según la hora local.',
      en: 'No: the greeting is that of the local hour.',
    },
    other: {
      es: 'Sí: así, a cualquier hora.',
      en: 'Yes: so at any hour.',
    },
    why: {
      es: 'El manual da ese mensaje como ejemplo.',
      en: 'The manual gives that message as an example.',
    },
    parameter: 'greetings',
  },
  'ME-28': {
    question: {
      es: '¿De qué lugar es la hora local?',
      en: 'Of which place is the local hour?',
    },
    reading: {
      es: 'Del lugar donde está el cliente, si se sabe; si no, rige la zona configurada, que mientras nadie la cambie es la de Caracas.',
      en: 'Of the place where the client is, if that is known; otherwise the configured zone holds, which is that of Caracas as long as nobody changes it.',
    },
    other: {
      es: 'Del lugar donde está el agente.',
      en: 'Of the place where the agent is.',
    },
    why: {
      es: 'El manual no nombra una zona horaria; nombra Maracaibo, que tiene la hora de Caracas.',
      en: 'The manual names no time zone; it names Maracaibo, which has the time of Caracas.',
    },
    parameter: 'zone',
  },
  'ME-29': {
    question: {
      es: '¿A quién se avisa cuando el bot contesta mal?',
      en: 'Who is told when the bot answers wrongly?',
    },
    reading: {
      es: 'No se nombra a nadie: solo se indica que hay que avisar.',
      en: 'Nobody is named: it is only said that somebody is to be told.',
    },
    other: {
      es: 'Se avisa al supervisor.',
      en: 'The supervisor is told.',
    },
    why: {
      es: 'La línea 96 pide notificar el problema, sin decir a quién.',
      en: 'Line 96 asks for the problem to be reported, without saying to whom.',
    },
  },
});

/** The code of an open question of this system. */
export type QuestionCode = keyof typeof questions;
