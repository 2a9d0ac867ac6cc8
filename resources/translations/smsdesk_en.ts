<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>BroadcastPage</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%n SMS</numerusform>
                <numerusform>%n SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages are sent again.</source>
            <translation>
                <numerusform>%n message is sent again.</numerusform>
                <numerusform>%n messages are sent again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages count as sent.</source>
            <translation>
                <numerusform>%n message counts as sent.</numerusform>
                <numerusform>%n messages count as sent.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages were stopped.</source>
            <translation>
                <numerusform>%n message was stopped.</numerusform>
                <numerusform>%n messages were stopped.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones written to</source>
            <translation>
                <numerusform>%n phone written to</numerusform>
                <numerusform>%n phones written to</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were already on their way.</source>
            <translation>
                <numerusform>%n was already on its way.</numerusform>
                <numerusform>%n were already on their way.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Leaves in %n seconds.</source>
            <translation>
                <numerusform>Leaves in %n second.</numerusform>
                <numerusform>Leaves in %n seconds.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out %n</source>
            <translation>
                <numerusform>Left out %n</numerusform>
                <numerusform>Left out %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not reached %n</source>
            <translation>
                <numerusform>Not reached %n</numerusform>
                <numerusform>Not reached %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>People %n</source>
            <translation>
                <numerusform>People %n</numerusform>
                <numerusform>People %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardDelegate</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%n SMS</numerusform>
                <numerusform>%n SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConsentsPage</name>
        <message numerus="yes">
            <source>%n answers</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answers written to {file}.</source>
            <translation>
                <numerusform>%n answer written to {file}.</numerusform>
                <numerusform>%n answers written to {file}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DecisionBar</name>
        <message numerus="yes">
            <source>%n uncertain messages: {names}</source>
            <translation>
                <numerusform>%n uncertain message: {names}</numerusform>
                <numerusform>%n uncertain messages: {names}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Doing</name>
        <message numerus="yes">
            <source>%n waiting messages will not be sent.</source>
            <translation>
                <numerusform>%n waiting message will not be sent.</numerusform>
                <numerusform>%n waiting messages will not be sent.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DuplicatesPage</name>
        <message numerus="yes">
            <source>%n possible duplicates</source>
            <translation>
                <numerusform>%n possible duplicate</numerusform>
                <numerusform>%n possible duplicates</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FilePane</name>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroupHeading</name>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n found</numerusform>
                <numerusform>%n found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroupLine</name>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>For %n messages it is not known whether they left. You decide.</source>
            <translation>
                <numerusform>For %n message it is not known whether it left. You decide.</numerusform>
                <numerusform>For %n messages it is not known whether they left. You decide.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message numerus="yes">
            <source>%n rows copied</source>
            <translation>
                <numerusform>%n row copied</numerusform>
                <numerusform>%n rows copied</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Paper</name>
        <message numerus="yes">
            <source>%n people written to {file}.</source>
            <translation>
                <numerusform>%n person written to {file}.</numerusform>
                <numerusform>%n people written to {file}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PastImports</name>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n changed</numerusform>
                <numerusform>%n changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people added</source>
            <translation>
                <numerusform>%n person added</numerusform>
                <numerusform>%n people added</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanView</name>
        <message numerus="yes">
            <source>%n group(s)</source>
            <translation>
                <numerusform>%n group</numerusform>
                <numerusform>%n groups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sheet(s)</source>
            <translation>
                <numerusform>%n sheet</numerusform>
                <numerusform>%n sheets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Answer %n question(s)</source>
            <translation>
                <numerusform>Answer %n question</numerusform>
                <numerusform>Answer %n questions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Archive %n people</source>
            <translation>
                <numerusform>Archive %n person</numerusform>
                <numerusform>Archive %n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>I have checked the %n doubtful point(s)</source>
            <translation>
                <numerusform>I have checked the doubtful point</numerusform>
                <numerusform>I have checked the %n doubtful points</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Import %n people</source>
            <translation>
                <numerusform>Import %n person</numerusform>
                <numerusform>Import %n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take out %n people</source>
            <translation>
                <numerusform>Take out %n person</numerusform>
                <numerusform>Take out %n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>archive %n</source>
            <translation>
                <numerusform>archive %n person</numerusform>
                <numerusform>archive %n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>take out %n</source>
            <translation>
                <numerusform>take out %n person</numerusform>
                <numerusform>take out %n people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuestionsPane</name>
        <message numerus="yes">
            <source>%n to decide</source>
            <translation>
                <numerusform>%n to decide</numerusform>
                <numerusform>%n to decide</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReplyBox</name>
        <message numerus="yes">
            <source>Send %n SMS</source>
            <translation>
                <numerusform>Send %n SMS</numerusform>
                <numerusform>Send %n SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{used}/{room} · %n SMS</source>
            <translation>
                <numerusform>{used}/{room} · %n SMS</numerusform>
                <numerusform>{used}/{room} · %n SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResultView</name>
        <message numerus="yes">
            <source>%n as before</source>
            <translation>
                <numerusform>%n as before</numerusform>
                <numerusform>%n as before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n changed</numerusform>
                <numerusform>%n changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people added</source>
            <translation>
                <numerusform>%n person added</numerusform>
                <numerusform>%n people added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n who left taken care of</source>
            <translation>
                <numerusform>%n who left taken care of</numerusform>
                <numerusform>%n who left taken care of</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Write to %n people</source>
            <translation>
                <numerusform>Write to %n person</numerusform>
                <numerusform>Write to %n people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SeasonOutcome</name>
        <message numerus="yes">
            <source>%n groups begin anew, empty</source>
            <translation>
                <numerusform>%n group begins anew, empty</numerusform>
                <numerusform>%n groups begin anew, empty</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n groups end</source>
            <translation>
                <numerusform>%n group ends</numerusform>
                <numerusform>%n groups end</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n groups keep their people</source>
            <translation>
                <numerusform>%n group keeps its people</numerusform>
                <numerusform>%n groups keep their people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guardians would be archived with them</source>
            <translation>
                <numerusform>%n guardian would be archived with them</numerusform>
                <numerusform>%n guardians would be archived with them</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pupils are in no group any more</source>
            <translation>
                <numerusform>%n pupil is in no group any more</numerusform>
                <numerusform>%n pupils are in no group any more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SelectionBar</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%n chosen</numerusform>
                <numerusform>%n chosen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SummaryPanel</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%n SMS</numerusform>
                <numerusform>%n SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out</source>
            <translation>
                <numerusform>%n left out</numerusform>
                <numerusform>%n left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones</source>
            <translation>
                <numerusform>%n phone</numerusform>
                <numerusform>%n phones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send %n SMS</source>
            <translation>
                <numerusform>Send %n SMS</numerusform>
                <numerusform>Send %n SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TemplatesPage</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%n SMS</numerusform>
                <numerusform>%n SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TextPanel</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%n SMS</numerusform>
                <numerusform>%n SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>class_sheet</name>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>inbox</name>
        <message numerus="yes">
            <source>%n unread message(s)</source>
            <translation>
                <numerusform>%n unread message</numerusform>
                <numerusform>%n unread messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>people</name>
        <message numerus="yes">
            <source>%n years old</source>
            <translation>
                <numerusform>%n year old</numerusform>
                <numerusform>%n years old</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name}, %n people</source>
            <translation>
                <numerusform>{name}, %n person</numerusform>
                <numerusform>{name}, %n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{word}, %n alerts sent</source>
            <translation>
                <numerusform>{word}, %n alert sent</numerusform>
                <numerusform>{word}, %n alerts sent</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>states</name>
        <message numerus="yes">
            <source>%n delivered</source>
            <translation>
                <numerusform>%n delivered</numerusform>
                <numerusform>%n delivered</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not delivered</source>
            <translation>
                <numerusform>%n not delivered</numerusform>
                <numerusform>%n not delivered</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sent</source>
            <translation>
                <numerusform>%n sent</numerusform>
                <numerusform>%n sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stopped</source>
            <translation>
                <numerusform>%n stopped</numerusform>
                <numerusform>%n stopped</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n uncertain</source>
            <translation>
                <numerusform>%n uncertain</numerusform>
                <numerusform>%n uncertain</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>status</name>
        <message numerus="yes">
            <source>%n uncertain messages to decide</source>
            <translation>
                <numerusform>%n uncertain message to decide</numerusform>
                <numerusform>%n uncertain messages to decide</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
    </context>
</TS>
